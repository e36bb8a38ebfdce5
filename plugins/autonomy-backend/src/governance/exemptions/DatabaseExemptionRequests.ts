import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type {
  ExemptionRequests,
  OpenRequest,
  RequestDecision,
} from './ExemptionRequests';

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

  async findOpen(
    trx: Knex.Transaction,
    { checkId, entityRef }: { checkId: string; entityRef: string },
    now: number,
  ): Promise<OpenRequest | undefined> {
    const open = () =>
      whereOpen(trx(TABLE)).where({
        entity_ref: entityRef,
        check_id: checkId,
      });
    // Those with a proposal lapse with it.
    await open()
      .whereNull('proposal_id')
      .where('expires_at', '<=', now)
      .update({ decision: 'lapsed', decided_at: trx.ref('expires_at') });
    const row = await open().where('expires_at', '>', now).first();
    return row && toRequest(row);
  }

  async withoutProposal(now: number): Promise<OpenRequest[]> {
    const rows = await whereOpen(this.#knex(TABLE))
      .whereNull('proposal_id')
      .where('expires_at', '>', now)
      .orderBy(['requested_at', 'id']);
    return rows.map(toRequest);
  }

  async add(
    trx: Knex.Transaction,
    request: OpenRequest & { renewalOf?: string },
  ): Promise<void> {
    // The unique index decides between two who ask at once.
    const added = await trx(TABLE)
      .insert({
        id: request.id,
        entity_ref: request.entityRef,
        check_id: request.checkId,
        reason: request.reason,
        requested_by: request.requestedBy,
        requested_at: request.requestedAt,
        expires_at: request.expiresAt,
        proposal_id: request.proposalId ?? null,
        renewal_of: request.renewalOf ?? null,
      })
      .onConflict()
      .ignore()
      .returning('id');
    if (added.length === 0) {
      throw new ConflictError(
        'Others asked for the same at the same time; please try again',
      );
    }
  }

  async linkTo(
    trx: Knex.Transaction,
    id: string,
    proposal: { proposalId: string; renewalOf?: string },
  ): Promise<void> {
    await trx(TABLE)
      .where({ id })
      .update({
        proposal_id: proposal.proposalId,
        renewal_of: proposal.renewalOf ?? null,
      });
  }

  async decide(
    trx: Knex.Transaction,
    id: string,
    { at, by, decision, exemptionId, proposalId, reason }: RequestDecision,
    isAppeal: boolean,
  ): Promise<void> {
    const query = isAppeal
      ? trx(TABLE).where({ decision: 'denied' })
      : whereOpen(trx(TABLE));
    const count = await query.where({ id }).update({
      decision,
      decided_at: at,
      decided_by: by ?? null,
      decision_reason: reason ?? null,
      exemption_id: exemptionId ?? null,
      ...(proposalId === undefined ? {} : { proposal_id: proposalId }),
    });
    if (count === 0) {
      throw new ConflictError(`The request ${id} is decided already`);
    }
  }

  async withdraw(
    trx: Knex.Transaction,
    id: string,
    now: number,
  ): Promise<void> {
    await whereOpen(trx(TABLE)).where({ id }).update({ withdrawn_at: now });
  }
}

/** Neither taken back nor decided, as the unique index has it. */
function whereOpen(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.whereNull('withdrawn_at').whereNull('decided_at');
}

function toRequest(row: any): OpenRequest {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    checkId: row.check_id,
    reason: row.reason,
    expiresAt: Number(row.expires_at),
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    proposalId: row.proposal_id ?? undefined,
  };
}
