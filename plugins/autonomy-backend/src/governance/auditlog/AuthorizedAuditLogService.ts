import {
  autonomyAuditLogReadPermission,
  type AuditChain,
  type AuditLogEntry,
  type AuditLogHead,
  type AuditLogVerification,
  type ListAuditLogRequest,
  type ListAuditLogResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { createCursors } from '../../paging';
import { requirePermission } from '../../permissions';
import type { AsCaller } from '../AsCaller';
import type { AuditLogQueries, StoredEntry } from './AuditLogQueries';
import type { AuditLogService } from './AuditLogService';
import { verifyChain } from './verifyChain';

const DEFAULT_LIMIT = 50;

const cursors = createCursors(
  // As far as the column goes on both databases.
  z.strictObject({ before: z.int32().min(1) }),
);

/**
 * Shows the log of what people decided to those who may read it.
 *
 * @internal
 */
export class AuthorizedAuditLogService implements AuditLogService {
  readonly #permissions: PermissionsService;
  readonly #queries: AuditLogQueries;

  static create(options: {
    permissions: PermissionsService;
    queries: AuditLogQueries;
  }): AuditLogService {
    return new AuthorizedAuditLogService(options.permissions, options.queries);
  }

  private constructor(
    permissions: PermissionsService,
    queries: AuditLogQueries,
  ) {
    this.#permissions = permissions;
    this.#queries = queries;
  }

  async list(
    request: ListAuditLogRequest,
    options: AsCaller,
  ): Promise<ListAuditLogResponse> {
    await this.#requireAccess(options);
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const from = cursor === undefined ? {} : cursors.decode(cursor);
    const found = await this.#queries.list({
      ...filter,
      ...from,
      // One more tells whether there is a further page.
      limit: limit + 1,
    });
    const items = found.slice(0, limit).map(toEntry);
    const last = items.at(-1);
    return {
      items,
      pageInfo:
        last && found.length > limit
          ? { nextCursor: cursors.encode({ before: last.sequence }) }
          : {},
    };
  }

  async listChains(options: AsCaller): Promise<AuditChain[]> {
    await this.#requireAccess(options);
    return this.#queries.chains();
  }

  async verify(
    request: { chain: string; head?: AuditLogHead },
    options: AsCaller,
  ): Promise<AuditLogVerification> {
    await this.#requireAccess(options);
    return verifyChain(this.#queries, request);
  }

  async #requireAccess({ credentials }: AsCaller): Promise<void> {
    await requirePermission(
      this.#permissions,
      autonomyAuditLogReadPermission,
      credentials,
    );
  }
}

function toEntry({ details, ...entry }: StoredEntry): AuditLogEntry {
  return { ...entry, details: readDetails(details) };
}

/** Somebody who can write to the tables can write anything there, and it is shown all the same. */
function readDetails(text: string): JsonObject {
  try {
    const details = JSON.parse(text);
    if (details && typeof details === 'object' && !Array.isArray(details)) {
      return details;
    }
  } catch {
    // Shown as it is.
  }
  return { unreadable: text };
}
