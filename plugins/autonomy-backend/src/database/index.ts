export { applyMigrations } from './applyMigrations';
export { DatabaseClock, type Clock } from './Clock';
export { contentHash } from './contentHash';
export { groupByEntity } from './groupByEntity';
export { inChunks } from './operations/inChunks';
export {
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
  type UpsertOutcome,
} from './operations/upsertRecords';
