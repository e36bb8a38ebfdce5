import type {
  ExemptionState,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { toInstant } from '../../database';
import { whereAllVisible } from '../../permissions/whereVisible';
import { recordedExemptions } from './recordedExemptions';
import type { ExemptionPosition, ExemptionsFilter } from './types';

/**
 * A stretch of the list, the last requested first.
 *
 * @internal
 */
export interface ExemptionStretch extends ExemptionsFilter {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  /** Only what comes after. */
  after?: ExemptionPosition;
  /** How many rows are passed over; none unless told. */
  skip?: number;
  limit: number;
}

/**
 * The read model of exemptions and the requests for them, of entities in scope.
 *
 * @internal
 */
export class ExemptionQueries {
  readonly #knex: Knex;
  readonly #maxDuration: () => number;

  /**
   * @param options - `maxDuration`: after which an exemption ends whatever it says, in milliseconds
   */
  static create(options: {
    knex: Knex;
    maxDuration: () => number;
  }): ExemptionQueries {
    return new ExemptionQueries(options.knex, options.maxDuration);
  }

  private constructor(knex: Knex, maxDuration: () => number) {
    this.#knex = knex;
    this.#maxDuration = maxDuration;
  }

  /** @param now - UTC milliseconds */
  async get(id: string, now: number): Promise<RecordedExemption | undefined> {
    const row = await this.#withState(now).where('recorded.id', id).first();
    return row && toRecorded(row);
  }

  /**
   * What is in force of a recorded exemption, and which board decided it.
   *
   * @param now - UTC milliseconds
   * @returns undefined where nothing was approved
   */
  async approvalOf(
    id: string,
    now: number,
  ): Promise<{ exemptionId: string; boardRef?: string } | undefined> {
    const row = await this.#withState(now).where('recorded.id', id).first();
    return row?.exemption_id
      ? { exemptionId: row.exemption_id, boardRef: row.board_ref ?? undefined }
      : undefined;
  }

  /**
   * Keyset paging: as quick on the last page as on the first.
   *
   * @param now - UTC milliseconds
   */
  async list(
    stretch: ExemptionStretch,
    now: number,
  ): Promise<RecordedExemption[]> {
    const { after, entity, limit, skip = 0, state, visible } = stretch;
    const query = this.#withState(now);
    whereAllVisible(query, visible);
    if (entity) {
      query.whereIn('recorded.entity_ref', entity);
    }
    if (state) {
      query.whereIn('recorded.state', state);
    }
    if (after) {
      query.whereRaw('(recorded.requested_at, recorded.id) < (?, ?)', [
        after.requestedAt,
        after.id,
      ]);
    }
    const rows = await query
      .orderBy([
        { column: 'recorded.requested_at', order: 'desc' },
        { column: 'recorded.id', order: 'desc' },
      ])
      .offset(skip)
      .limit(limit);
    return rows.map(toRecorded);
  }

  #withState(now: number): Knex.QueryBuilder {
    const recorded = recordedExemptions(this.#knex, {
      maxDuration: this.#maxDuration(),
      now,
    });
    return this.#knex
      .from(recorded.as('recorded'))
      .join('entities', 'entities.entity_ref', 'recorded.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'recorded.entity_ref',
      )
      .where('entities.in_scope', true)
      .select('recorded.*');
  }
}

function toRecorded(row: any): RecordedExemption {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    checkId: row.check_id,
    reason: row.reason,
    state: row.state as ExemptionState,
    requestedBy: row.requested_by ?? undefined,
    requestedAt: Number(row.requested_at),
    from: toInstant(row.from_at),
    expiresAt: Number(row.ends_at),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: toInstant(row.decided_at),
    decisionReason: row.decision_reason ?? undefined,
    revokedAt: toInstant(row.revoked_at),
    revokedBy: row.revoked_by ?? undefined,
    revokedReason: row.revoked_reason ?? undefined,
    proposalId: row.proposal_id ?? undefined,
    renewalOf: row.renewal_of ?? undefined,
  };
}
