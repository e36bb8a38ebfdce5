export { catalogFacts, type CatalogFactsInput } from './catalog';
export { deploymentFacts, type AreaConsequences } from './deployments';
export { evidenceFacts } from './evidence';
export { gatherFacts, type FactSources } from './gatherFacts';
export { incidentFacts, type Records } from './incidents';
export { BUILT_IN_FACTS, RESERVED_COLLECTORS } from './vocabulary';
