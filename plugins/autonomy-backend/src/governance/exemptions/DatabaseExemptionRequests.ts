import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { createTimedId } from '../../attestations/createTimedId';
import type { Asked, ExemptionRequests } from './ExemptionRequests';
import type { NewRequest } from './types';

const TABLE = 'exemption_requests';

/**
 * @internal
 */
export class DatabaseExemptionRequests implements ExemptionRequests {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseExemptionRequests {
    return new DatabaseExemptionRequests(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    request: NewRequest,
    now: number,
    onStored?: (trx: Knex.Transaction, id: string) => Promise<void>,
  ): Promise<Asked> {
    const { checkId, entityRef, expiresAt, reason, requestedBy } = request;
    const id = createTimedId(now);
    return this.#knex.transaction(async trx => {
      const open = () =>
        whereOpen(trx(TABLE)).where({
          entity_ref: entityRef,
          check_id: checkId,
        });
      await open()
        .where('expires_at', '<=', now)
        .update({
          decision: 'lapsed',
          decided_at: trx.ref('expires_at'),
        });
      // The unique index decides between two who ask at once.
      const added = await trx(TABLE)
        .insert({
          id,
          entity_ref: entityRef,
          check_id: checkId,
          reason,
          requested_by: requestedBy,
          requested_at: now,
          expires_at: expiresAt,
        })
        .onConflict()
        .ignore()
        .returning('id');
      if (added.length > 0) {
        await onStored?.(trx, id);
        return { status: 'stored', id };
      }
      const other = await open().first('id', 'requested_at', 'expires_at');
      if (!other) {
        throw new ConflictError(
          'Others asked for the same at the same time; please try again',
        );
      }
      return {
        status: 'open',
        id: other.id,
        requestedAt: Number(other.requested_at),
        expiresAt: Number(other.expires_at),
      };
    });
  }

  async withdraw(id: string, now: number): Promise<boolean> {
    const count = await whereOpen(this.#knex(TABLE))
      .where({ id })
      .update({ withdrawn_at: now });
    return count > 0;
  }
}

/** Neither taken back nor decided, as the unique index has it. */
function whereOpen(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.whereNull('withdrawn_at').whereNull('decided_at');
}
