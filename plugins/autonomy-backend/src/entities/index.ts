export { createSweepRunner } from './createSweepRunner';
export { DatabaseEntityIndexStore } from './DatabaseEntityIndexStore';
export { DomainBoards } from './DomainBoards';
export { EntityConsequences } from './EntityConsequences';
export type { EntityIndexStore, ScopedEntity } from './EntityIndexStore';
export { searchRows } from './searchRows';
export type { SweepRunner } from './SweepRunner';
export {
  PLACEMENTS_TABLE,
  settledColumns,
  toSettled,
  type PendingMove,
  type PlacementRow,
} from './placement';
