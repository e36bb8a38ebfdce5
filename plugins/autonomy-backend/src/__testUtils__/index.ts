export { FakeCatalog } from './FakeCatalog';
export { entity, organisation } from './organisation';
export { startAutonomy, type AutonomyUnderTest } from './startAutonomy';
