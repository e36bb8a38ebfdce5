export { AuditLog, CENTRAL_CHAIN, type NewEntry } from './AuditLog';
export type { AuditLogService } from './AuditLogService';
export { createAuditLogService } from './createAuditLogService';
