export type { EntityNode } from './CatalogView';
export { deriveContexts, type ContextSettings } from './deriveContexts';
export { snapshotOf } from './snapshotOf';
