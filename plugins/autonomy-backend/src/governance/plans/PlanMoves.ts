import {
  autonomyPlanManagePermission,
  type CompiledPolicy,
  type EntitySnapshot,
  type ProposalEvidence,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import type { AsUser } from '../AsUser';
import type { AuditLog } from '../auditlog';
import type { BoardAccess } from '../BoardAccess';
import { parseBody } from '../parseBody';
import type { ProposalDesk } from '../proposals';
import type { ChecksById, EntityChecks } from './EntityChecks';
import type { ListedPlan } from './listedPlan';
import { assertMovable, latestEnd } from './planRules';
import { moveSchema } from './actSchemas';
import { decidingBoard, lapseOf, policyOf } from './policyOf';
import { endOf } from './types';

/**
 * @internal
 */
export interface PlanMovesOptions {
  auditLog: AuditLog;
  boards: BoardAccess;
  centralBoard?: string;
  checks: EntityChecks;
  clock: Clock;
  desk: Pick<ProposalDesk, 'open'>;
  knex: Knex;
  marks: EvaluationMarks;
  policy: CompiledPolicy;
}

/**
 * Members of the board move to lift, extend or complete a plan in force; to move is the first vote.
 *
 * @internal
 */
export class PlanMoves {
  readonly #options: PlanMovesOptions;

  static create(options: PlanMovesOptions): PlanMoves {
    return new PlanMoves(options);
  }

  private constructor(options: PlanMovesOptions) {
    this.#options = options;
  }

  /** @param body - as it was sent */
  async move(
    plan: ListedPlan,
    body: unknown,
    entity: EntitySnapshot,
    as: AsUser,
  ): Promise<void> {
    const { auditLog, boards, checks, clock, desk, knex, marks } =
      this.#options;
    const { entityRef, id, title } = plan;
    const { userEntityRef } = as.credentials.principal;
    const policy = policyOf(entity, this.#options.policy);
    const { boardRef, isCentral } = this.#boardOf(plan, entity);
    await boards.assertDecides(
      entity,
      boardRef,
      autonomyPlanManagePermission,
      as,
      'lift, extend or complete it',
    );
    const end = endOf(plan);
    const { change, reason, until } = parseBody(
      moveSchema({ end, latest: latestEnd(plan, policy) }),
      body,
    );
    const known = await checks.of([entityRef]);
    assertMovable(plan, change, known.get(entityRef));
    if (plan.changeProposalId !== undefined) {
      throw new ConflictError(
        `The board is deciding about the plan ${id} already: ${plan.changeProposalId}`,
      );
    }
    const now = await clock.now();
    await inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      const opened = await desk.open(
        trx,
        {
          content: { matter: 'plan-change', planId: id, title, change, until },
          entityRef,
          evidence: evidenceOf(plan, known.get(entityRef)),
          isCentral,
          boardRef,
          isRequest: false,
          lapsesAt: lapseOf(policy, 'plan-change', now, end),
          openedBy: userEntityRef,
          reason,
          subject: id,
        },
        now,
      );
      if (opened.boardRef !== boardRef) {
        throw new NotAllowedError(
          `Only members of ${opened.boardRef} may decide this for ${entityRef}`,
        );
      }
      await auditLog.append(
        trx,
        {
          domainRef: entity.domainRef,
          entityRef,
          actorRef: userEntityRef,
          action: 'plan-moved',
          details: {
            plan: id,
            change,
            reason,
            proposal: opened.id,
            ...(until !== undefined && { until }),
          },
        },
        now,
      );
    });
  }

  /** The board of today, where the entity went to another domain; the one that the plan has, where nobody else can. */
  #boardOf(plan: ListedPlan, entity: EntitySnapshot) {
    const { centralBoard } = this.#options;
    const policy = policyOf(entity, this.#options.policy);
    const { boardRef, isCentral } = decidingBoard(
      entity,
      plan.areas,
      policy,
      centralBoard,
    );
    const isHandedOn = plan.boardRef === centralBoard;
    return {
      boardRef: (isHandedOn ? centralBoard : boardRef) ?? plan.boardRef,
      isCentral: isCentral || isHandedOn,
    };
  }
}

function evidenceOf(
  { criteria, incidents }: ListedPlan,
  checks: ChecksById | undefined,
): ProposalEvidence[] {
  return [
    ...incidents.map(ref => ({ kind: 'incident', ref, title: ref })),
    ...criteria.map(id => ({
      kind: 'check',
      ref: id,
      title: checks?.get(id)?.title ?? id,
      met: checks?.get(id)?.state === 'pass',
    })),
  ];
}
