export { CatalogView, type EntityNode } from './CatalogView';
export { deriveContexts, type ContextSettings } from './deriveContexts';
export { boardOf, domainChainOf } from './governance';
export { snapshotOf } from './snapshotOf';
