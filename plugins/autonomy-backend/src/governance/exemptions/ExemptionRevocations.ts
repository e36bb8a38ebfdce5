import {
  autonomyExemptionDecidePermission,
  type RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import { revokedNotice, type NoticesStore } from '../../announcements';
import { inTransaction, type Clock } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import type { AsUser } from '../AsUser';
import type { AuditLog } from '../auditlog';
import type { BoardAccess } from '../BoardAccess';
import { parseBody } from '../parseBody';
import { reasonSchema } from '../proposals/voteSchema';
import { readEvaluation } from '../readEvaluation';
import { findCheck } from './assertExemptible';
import type { ExemptionQueries } from './ExemptionQueries';

/**
 * @internal
 */
export interface ExemptionRevocationsOptions {
  auditLog: AuditLog;
  boards: BoardAccess;
  /** Decides where no board is known. */
  centralBoard?: string;
  clock: Clock;
  knex: Knex;
  marks: EvaluationMarks;
  notices: Pick<NoticesStore, 'add'>;
  queries: ExemptionQueries;
}

/**
 * Ends exemptions before their time, at the word of the board that decided.
 *
 * @internal
 */
export class ExemptionRevocations {
  readonly #options: ExemptionRevocationsOptions;

  static create(options: ExemptionRevocationsOptions): ExemptionRevocations {
    return new ExemptionRevocations(options);
  }

  private constructor(options: ExemptionRevocationsOptions) {
    this.#options = options;
  }

  /**
   * @param recorded - of an entity that the caller may read
   * @param body - as it was sent: the reason
   */
  async revoke(
    recorded: RecordedExemption,
    body: unknown,
    as: AsUser,
  ): Promise<void> {
    const { auditLog, boards, centralBoard, clock, knex, marks, notices } =
      this.#options;
    const { checkId, entityRef, id } = recorded;
    const entity = await boards.find(entityRef, as);
    const now = await clock.now();
    const approval = await this.#options.queries.approvalOf(id, now);
    const boardRef = approval?.boardRef ?? entity.boardRef ?? centralBoard;
    if (boardRef === undefined) {
      throw new NotAllowedError(`No board decides for ${entityRef}`);
    }
    await boards.assertDecides(
      entity,
      boardRef,
      autonomyExemptionDecidePermission,
      as,
      'revoke this exemption',
    );
    const { reason } = parseBody(reasonSchema, body);
    const isInForce =
      recorded.state === 'in-force' || recorded.state === 'planned';
    if (!approval || !isInForce) {
      throw nothingToEnd(id, recorded.state);
    }
    const { userEntityRef: by } = as.credentials.principal;
    await inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      const count = await trx('exemptions')
        .where({ id: approval.exemptionId })
        .whereNull('revoked_at')
        .update({ revoked_at: now, revoked_by: by, revoked_reason: reason });
      if (count === 0) {
        throw nothingToEnd(id, 'revoked');
      }
      const evaluation = await readEvaluation(trx, entityRef);
      const check = evaluation && findCheck(checkId, evaluation);
      const told = revokedNotice(
        { id, kind: 'exemption', subject: check?.title ?? checkId, reason },
        entity,
      );
      await notices.add(trx, told, now);
      await auditLog.append(
        trx,
        {
          domainRef: entity.domainRef,
          actorRef: by,
          action: 'exemption-revoked',
          entityRef,
          details: { exemption: id, check: checkId, board: boardRef, reason },
        },
        now,
      );
    });
  }
}

function nothingToEnd(id: string, state: string): ConflictError {
  return new ConflictError(
    `Exemption ${id} has no effect that could be ended: it is ${state}`,
  );
}
