export {
  DatabaseCollectorRuns,
  FactCollectors,
  scheduleCollectors,
  type CollectorRun,
  type CollectorRuns,
} from './collectors';
export { DatabaseFactsStore } from './DatabaseFactsStore';
export { FactDeclarations } from './FactDeclarations';
export { factItemSchema, type FactItem } from './factItemSchema';
export type { FactsStore } from './FactsStore';
export { createKnownFacts, type KnownFactsReader } from './known';
