export { applyMigrations } from './applyMigrations';
export { autonomyClockServiceRef } from './autonomyClockServiceRef';
export { DatabaseClock, type Clock } from './Clock';
export { contentHash } from './contentHash';
export { groupByEntity } from './groupByEntity';
export { Claims, ClaimWorker, type ClaimableRow } from './operations/claims';
export { inTransaction } from './inTransaction';
export { isPostgres } from './isPostgres';
export { messageOf } from './messageOf';
export { inChunks } from './operations/inChunks';
export {
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
  type UpsertOutcome,
} from './operations/upsertRecords';
export { SteadyClock } from './SteadyClock';
export { toInstant } from './toInstant';
