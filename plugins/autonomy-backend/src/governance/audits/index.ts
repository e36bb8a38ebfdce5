export type { AuditRound } from './AuditRound';
export type { AuditService } from './AuditService';
export { auditsWaiting } from './auditsWaiting';
export {
  createAuditRound,
  createAudits,
  type AuditsOptions,
} from './createAudits';
export { DatabaseAuditsStore, type AuditsStore } from './DatabaseAuditsStore';
export { linkAction } from './linkAction';
