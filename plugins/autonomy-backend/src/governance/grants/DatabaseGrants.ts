import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { GRANTS_TABLE } from './grantRows';
import type { NewGrantRow } from './types';

/**
 * Writes grants down, in transactions of others.
 *
 * @internal
 */
export class DatabaseGrants {
  static create(): DatabaseGrants {
    return new DatabaseGrants();
  }

  async add(trx: Knex.Transaction, grant: NewGrantRow): Promise<void> {
    await trx(GRANTS_TABLE).insert({
      id: grant.id,
      entity_ref: grant.entityRef,
      area: grant.area,
      granted_right: grant.right,
      recommended: grant.recommended,
      reason: grant.reason,
      fails_from: grant.trial?.failsFrom ?? null,
      board_ref: grant.boardRef,
      opened_by: grant.openedBy,
      opened_at: grant.openedAt,
      expires_at: grant.expiresAt,
      renewal_of: grant.renewalOf ?? null,
      renewals: grant.renewals,
      audit_id: grant.auditId ?? null,
    });
  }

  /** Says what is decided about, and who decides. */
  async linkTo(
    trx: Knex.Transaction,
    id: string,
    proposal: { id: string; boardRef: string },
  ): Promise<void> {
    await trx(GRANTS_TABLE)
      .where({ id })
      .update({ proposal_id: proposal.id, board_ref: proposal.boardRef });
  }

  /**
   * @param decision - `from`: when it begins; of an approval. Instants are UTC milliseconds
   * @param isAppeal - whether it was rejected before, and else undecided
   * @throws ConflictError where it is neither
   */
  async decide(
    trx: Knex.Transaction,
    id: string,
    decision: {
      outcome: 'approved' | 'rejected' | 'lapsed';
      at: number;
      from?: number;
      proposal: { id: string; boardRef: string };
    },
    isAppeal: boolean,
  ): Promise<void> {
    const query = trx(GRANTS_TABLE).where({ id });
    const count = await (isAppeal
      ? query.where('outcome', 'rejected')
      : query.whereNull('outcome')
    ).update({
      outcome: decision.outcome,
      decided_at: decision.at,
      from_at: decision.from ?? null,
      proposal_id: decision.proposal.id,
      board_ref: decision.proposal.boardRef,
    });
    if (count === 0) {
      throw new ConflictError(`The grant ${id} is decided already`);
    }
  }

  /** Takes one back that is not decided. @param now - UTC milliseconds */
  async withdraw(
    trx: Knex.Transaction,
    id: string,
    withdrawal: { at: number; by?: string; reason?: string },
  ): Promise<void> {
    await trx(GRANTS_TABLE)
      .where({ id })
      .whereNull('outcome')
      .update({
        outcome: 'withdrawn',
        decided_at: withdrawal.at,
        revoked_at: withdrawal.at,
        revoked_by: withdrawal.by ?? null,
        revoked_reason: withdrawal.reason ?? null,
      });
  }

  /**
   * Ends what was approved, from now on.
   *
   * @returns whether it was not revoked before
   */
  async revoke(
    trx: Knex.Transaction,
    id: string,
    revocation: { at: number; by: string; reason: string },
  ): Promise<boolean> {
    const count = await trx(GRANTS_TABLE)
      .where({ id, outcome: 'approved' })
      .whereNull('revoked_at')
      .update({
        revoked_at: revocation.at,
        revoked_by: revocation.by,
        revoked_reason: revocation.reason,
      });
    return count > 0;
  }
}
