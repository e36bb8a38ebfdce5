export { catalogFacts, type CatalogFactsInput } from './catalog';
export { deploymentFacts } from './deployments';
export { evidenceFacts } from './evidence';
export { incidentFacts, type Records } from './incidents';
export { BUILT_IN_FACTS, RESERVED_COLLECTORS } from './vocabulary';
