export { auditFacts } from './audits';
export { catalogFacts, type CatalogFactsInput } from './catalog';
export {
  deploymentReviewOf,
  type DeploymentReview,
  type DeploymentReviewState,
} from './deploymentReviews';
export { deploymentFacts, type AreaConsequences } from './deployments';
export { evidenceFacts } from './evidence';
export type { FactMistake } from './FactMistake';
export { findDeclarationMistake } from './findDeclarationMistake';
export { findFactMistake } from './findFactMistake';
export { conformsTo, FACT_TYPES, findSchemaMistake } from './findSchemaMistake';
export { gatherFacts, type FactSources } from './gatherFacts';
export { incidentFacts, type Records } from './incidents';
export { incidentReviewDueAt } from './reviews';
export { BUILT_IN_FACTS, RESERVED_COLLECTORS } from './vocabulary';
