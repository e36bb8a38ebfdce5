export { evaluate } from './evaluate';
export { assess } from './assess';
export { advance } from './advance';
export { outcomeEvents, type OutcomeChange } from './events';
export type { PassedInstant } from './pipeline';
export { evaluateAsOf } from './evaluateAsOf';
export { consequencesFor, type Consequences } from './consequences';
export type { EvaluationInput } from './EvaluationInput';
export type {
  CompiledCheck,
  CompiledPolicy,
  CompiledScorecard,
} from './CompiledPolicy';
export * from './cel';
export * from './decisions';
export { parseDuration } from './duration';
export {
  catalogFacts,
  conformsTo,
  deploymentReviewOf,
  FACT_TYPES,
  findDeclarationMistake,
  findFactMistake,
  findSchemaMistake,
  incidentReviewDueAt,
  RESERVED_COLLECTORS,
  type CatalogFactsInput,
  type DeploymentReview,
  type DeploymentReviewState,
  type FactMistake,
} from './facts';
export * from './fatigue';
export * from './repair';
export * from './rollup';
export { mismatchOf, type ActualRight, type MismatchWeighing } from './rights';
export * from './tier';
export { Horizon } from './time';
export { learningAfterReview } from './trust';
