export {
  autonomyFactCollectorsExtensionPoint,
  type AutonomyFactCollectorsExtensionPoint,
} from './autonomyFactCollectorsExtensionPoint';
export type { EntityFacts, FactCollector } from './FactCollector';
