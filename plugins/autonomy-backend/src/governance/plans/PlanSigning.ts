import {
  autonomyPlanManagePermission,
  type EntitySnapshot,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import type { AsUser } from '../AsUser';
import type { AuditLog } from '../auditlog';
import type { BoardAccess } from '../BoardAccess';
import { parseBody } from '../parseBody';
import type { ProposalDesk } from '../proposals';
import type { DatabasePlans } from './DatabasePlans';
import type { PlanAsking } from './PlanAsking';
import { inForce } from './PlanMatter';
import type { ListedPlan } from './listedPlan';
import type { PlanQueries } from './PlanQueries';
import { assertTimeLeft } from './planRules';
import { signatureSchema } from './actSchemas';

/**
 * @internal
 */
export interface PlanSigningOptions {
  asking: PlanAsking;
  auditLog: AuditLog;
  boards: BoardAccess;
  clock: Clock;
  desk: Pick<ProposalDesk, 'vote'>;
  knex: Knex;
  marks: EvaluationMarks;
  plans: DatabasePlans;
  queries: PlanQueries;
}

/**
 * Two signatures put a plan in force: that of one of the owners, and that of the board, which comes of a vote.
 *
 * @internal
 */
export class PlanSigning {
  readonly #options: PlanSigningOptions;

  static create(options: PlanSigningOptions): PlanSigning {
    return new PlanSigning(options);
  }

  private constructor(options: PlanSigningOptions) {
    this.#options = options;
  }

  /** @param body - as it was sent */
  async sign(
    plan: ListedPlan,
    body: unknown,
    entity: EntitySnapshot,
    as: AsUser,
  ): Promise<void> {
    const { boards } = this.#options;
    const isOwner = (await boards.roleOf(entity, as)) === 'owner';
    const boardRef = plan.signing?.boardRef ?? plan.boardRef;
    const permission = autonomyPlanManagePermission;
    await (isOwner
      ? boards.assertPermitted(entity.entityRef, permission, as)
      : boards.assertDecides(entity, boardRef, permission, as, 'sign it'));
    const signature = parseBody(signatureSchema, body);
    assertCurrent(plan, signature.revision);
    await (isOwner
      ? this.#signAsTeam(plan, signature, entity, as)
      : this.#signAsBoard(plan, signature.comment, as));
  }

  async #signAsTeam(
    plan: ListedPlan,
    { comment, revision }: { comment: string; revision: number },
    entity: EntitySnapshot,
    as: AsUser,
  ): Promise<void> {
    const { asking, auditLog, clock, knex, marks, plans, queries } =
      this.#options;
    const { entityRef, id } = plan;
    const { userEntityRef } = as.credentials.principal;
    const now = await clock.now();
    assertTimeLeft(plan, now);
    const question = await asking.prepare(entity, plan, as, now);
    await inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      const draft = await plans.lockDraft(trx, id, revision, now);
      if (draft.team) {
        throw new ConflictError(
          `The owners have signed the plan ${id}: ${draft.team.signedBy}`,
        );
      }
      await plans.note(
        trx,
        id,
        {
          team_signed_by: userEntityRef,
          team_signed_at: now,
          team_comment: comment,
          ...(draft.board && inForce(draft, now)),
        },
        now,
      );
      const known = await queries.get(id, now, trx);
      if (!draft.board && !known?.signing) {
        await asking.ask(trx, id, question, comment, now);
      }
      await auditLog.append(
        trx,
        {
          domainRef: entity.domainRef,
          entityRef,
          actorRef: userEntityRef,
          action: 'plan-signed',
          details: { plan: id, revision, comment },
        },
        now,
      );
    });
  }

  async #signAsBoard(
    { id, signing }: ListedPlan,
    comment: string,
    { credentials }: AsUser,
  ): Promise<void> {
    if (!signing) {
      throw new ConflictError(
        `The board is not asked to sign the plan ${id}: it has signed, or the draft has to be changed first`,
      );
    }
    await this.#options.desk.vote(signing.id, {
      voterRef: credentials.principal.userEntityRef,
      vote: 'approve',
      comment,
    });
  }
}

function assertCurrent(
  { id, revision: known, state }: ListedPlan,
  revision: number,
): void {
  if (state !== 'draft') {
    throw new ConflictError(`The plan ${id} is no draft: it is ${state}`);
  }
  if (revision !== known) {
    throw new ConflictError(
      `The plan ${id} was changed meanwhile: it is revision ${known}, and you have ${revision}`,
    );
  }
}
