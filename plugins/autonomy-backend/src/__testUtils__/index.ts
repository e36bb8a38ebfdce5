export { createStores } from './createStores';
export { FakeCatalog } from './FakeCatalog';
export { entity, organisation } from './organisation';
export { startAutonomy, type AutonomyUnderTest } from './startAutonomy';
export { EVALUATION_START, setUpEvaluation } from './setUpEvaluation';
