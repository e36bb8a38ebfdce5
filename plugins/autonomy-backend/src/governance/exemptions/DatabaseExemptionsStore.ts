import type { Exemption } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupByEntity, toInstant } from '../../database';
import type { ExemptionsStore } from './ExemptionsStore';

interface ExemptionRow {
  id: string;
  entity_ref: string;
  check_id: string;
  reason: string;
  requested_by: string | null;
  approved_by: string | null;
  from_at: number | string;
  expires_at: number | string;
  revoked_at: number | string | null;
  recorded_at: number | string;
}

/**
 * @internal
 */
export class DatabaseExemptionsStore implements ExemptionsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseExemptionsStore {
    return new DatabaseExemptionsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, Exemption[]>> {
    const rows: ExemptionRow[] = await this.#knex('exemptions').whereIn(
      'entity_ref',
      entityRefs,
    );
    return groupByEntity(rows, toExemption);
  }
}

function toExemption(row: ExemptionRow): Exemption {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    checkId: row.check_id,
    reason: row.reason,
    requestedBy: row.requested_by ?? undefined,
    approvedBy: row.approved_by ?? undefined,
    from: Number(row.from_at),
    expiresAt: Number(row.expires_at),
    revokedAt: toInstant(row.revoked_at),
    recordedAt: Number(row.recorded_at),
  };
}
