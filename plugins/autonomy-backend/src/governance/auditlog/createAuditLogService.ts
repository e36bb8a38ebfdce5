import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { AuditLogQueries } from './AuditLogQueries';
import type { AuditLogService } from './AuditLogService';
import { AuthorizedAuditLogService } from './AuthorizedAuditLogService';

/**
 * Puts together what shows and verifies the log of what people decided.
 *
 * @internal
 */
export function createAuditLogService(options: {
  knex: Knex;
  permissions: PermissionsService;
}): AuditLogService {
  const queries = AuditLogQueries.create(options);
  return AuthorizedAuditLogService.create({ ...options, queries });
}
