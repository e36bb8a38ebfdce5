import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { revokedNotice, type NoticesStore } from '../../announcements';
import { inTransaction, type Clock } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import type { AuditLog } from '../auditlog';
import type { ProposalDesk } from '../proposals';
import type { DatabaseGrants } from './DatabaseGrants';
import { GRANTS_TABLE, type GrantRow } from './grantRows';
import type { ListedGrant } from './types';

/**
 * @internal
 */
export interface GrantRevocationsOptions {
  auditLog: AuditLog;
  clock: Clock;
  desk: Pick<ProposalDesk, 'end'>;
  grants: DatabaseGrants;
  knex: Knex;
  marks: EvaluationMarks;
  notices: Pick<NoticesStore, 'add'>;
}

/**
 * Ends grants before their time, with what was to follow them.
 *
 * @internal
 */
export class GrantRevocations {
  readonly #options: GrantRevocationsOptions;

  static create(options: GrantRevocationsOptions): GrantRevocations {
    return new GrantRevocations(options);
  }

  private constructor(options: GrantRevocationsOptions) {
    this.#options = options;
  }

  /**
   * @param by - a member of the board that decided
   * @throws ConflictError where it has no effect
   */
  async revoke(
    grant: ListedGrant,
    reason: string,
    entity: EntitySnapshot,
    by: string,
  ): Promise<void> {
    const { auditLog, clock, desk, grants, knex, marks, notices } =
      this.#options;
    const { area, boardRef, entityRef, id } = grant;
    const now = await clock.now();
    if (!isRevocable(grant, now)) {
      throw nothingToEnd(id, grant.state);
    }
    await inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      const renewals: Pick<GrantRow, 'id' | 'outcome' | 'proposal_id'>[] =
        await trx(GRANTS_TABLE)
          .where({ renewal_of: id })
          .orderBy('id')
          .select('id', 'outcome', 'proposal_id');
      for (const { outcome, proposal_id: proposalId } of renewals) {
        if (outcome === null && proposalId !== null) {
          const lapse = 'the grant that it renews was revoked';
          await desk.end(
            trx,
            proposalId,
            { state: 'lapsed', reason: lapse },
            now,
          );
        }
      }
      const revocation = { at: now, by, reason };
      if (!(await grants.revoke(trx, id, revocation))) {
        throw nothingToEnd(id, 'revoked');
      }
      for (const renewal of renewals) {
        await grants.revoke(trx, renewal.id, revocation);
      }
      const told = revokedNotice(
        { id, kind: 'grant', subject: area, reason },
        entity,
      );
      await notices.add(trx, told, now);
      await auditLog.append(
        trx,
        {
          domainRef: entity.domainRef,
          actorRef: by,
          action: 'grant-revoked',
          entityRef,
          details: { grant: id, area, board: boardRef, reason },
        },
        now,
      );
    });
  }
}

/**
 * Whether a grant has an effect that could be ended: one that failed still bounds the right.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function isRevocable(
  { endsAt, revokedAt, state }: ListedGrant,
  now: number,
): boolean {
  const isApproved =
    state === 'planned' || state === 'in-force' || state === 'failed';
  return isApproved && revokedAt === undefined && endsAt > now;
}

function nothingToEnd(id: string, state: string): ConflictError {
  return new ConflictError(
    `Grant ${id} has no effect that could be ended: it is ${state}`,
  );
}
