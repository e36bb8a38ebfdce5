import type {
  CompiledPolicy,
  EntitySnapshot,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import { createTimedId } from '../../attestations/createTimedId';
import { inTransaction, type Clock } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import type { AsUser } from '../AsUser';
import type { AuditLog } from '../auditlog';
import type { linkAction } from '../audits';
import { parseBody } from '../parseBody';
import type { ProposalDesk } from '../proposals';
import type { DatabasePlans } from './DatabasePlans';
import type { PlanAsking } from './PlanAsking';
import type { ListedPlan } from './listedPlan';
import type { PlanQueries } from './PlanQueries';
import { draftRefusal, type PlanDrafters } from './PlanDrafters';
import { newPlanSchema, planChangeSchema } from './planSchema';
import { termColumns, UNSIGNED } from './planRows';
import type { PlanSubjects } from './PlanSubjects';
import { boundsOf, policyOf } from './policyOf';
import type { PlanTerms } from './types';

/**
 * @internal
 */
export interface PlanDeskOptions {
  asking: PlanAsking;
  auditLog: AuditLog;
  clock: Clock;
  desk: Pick<ProposalDesk, 'end'>;
  drafters: PlanDrafters;
  knex: Knex;
  /** Notes the plan with the trust audit that led to it. */
  linkAction: typeof linkAction;
  marks: EvaluationMarks;
  plans: DatabasePlans;
  policy: CompiledPolicy;
  queries: PlanQueries;
  subjects: PlanSubjects;
}

/**
 * Drafts of plans: written by the owners or their board, changed by either, and taken back by whoever wrote them. The
 * board is asked for its signature from the first on.
 *
 * @internal
 */
export class PlanDesk {
  readonly #options: PlanDeskOptions;

  static create(options: PlanDeskOptions): PlanDesk {
    return new PlanDesk(options);
  }

  private constructor(options: PlanDeskOptions) {
    this.#options = options;
  }

  /**
   * @param body - as it was sent
   * @returns id of the draft
   */
  async draft(
    body: unknown,
    entity: EntitySnapshot,
    as: AsUser,
  ): Promise<string> {
    const { asking, auditLog, clock, drafters, knex, marks, plans, subjects } =
      this.#options;
    const { entityRef } = entity;
    const role = await drafters.roleOf(entity, as);
    const now = await clock.now();
    const sent = parseBody(newPlanSchema(this.#bounds(entity, now)), body);
    const terms = { ...sent, entityRef };
    await subjects.assertThere(entityRef, terms, as);
    const question = await asking.prepare(entity, terms, as, now);
    const { openedBy } = question;
    if (role === 'centre' && !question.isMoved) {
      throw draftRefusal(entity);
    }
    const id = createTimedId(now);
    await inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      await plans.add(trx, {
        ...terms,
        id,
        openedAs: role === 'owner' ? 'team' : 'board',
        openedAt: now,
        openedBy,
      });
      await this.#link(trx, id, terms);
      await asking.ask(trx, id, question, terms.reason, now);
      await auditLog.append(
        trx,
        entryOf(entity, openedBy, 'plan-drafted', id, 1, terms.reason),
        now,
      );
    });
    return id;
  }

  /** @param body - as it was sent */
  async change(
    plan: ListedPlan,
    body: unknown,
    entity: EntitySnapshot,
    as: AsUser,
  ): Promise<void> {
    const { asking, auditLog, clock, drafters, knex, marks, plans, subjects } =
      this.#options;
    const { entityRef, id } = plan;
    await drafters.sideOf(plan, as);
    const now = await clock.now();
    const bounds = {
      ...this.#bounds(entity, now),
      formerStart: plan.startsAt,
    };
    const { revision, ...terms } = parseBody(planChangeSchema(bounds), body);
    await subjects.assertThere(entityRef, terms, as);
    const question = await asking.prepare(entity, terms, as, now);
    await inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      await this.#endSigning(trx, id, 'The draft was changed.', now);
      await plans.lockDraft(trx, id, revision, now);
      await plans.note(
        trx,
        id,
        { ...termColumns(terms), ...UNSIGNED, revision: revision + 1 },
        now,
      );
      await asking.ask(trx, id, question, terms.reason, now);
      await auditLog.append(
        trx,
        entryOf(
          entity,
          question.openedBy,
          'plan-changed',
          id,
          revision + 1,
          terms.reason,
        ),
        now,
      );
    });
  }

  /** Taking back what was taken back changes nothing. */
  async withdraw(
    plan: ListedPlan,
    entity: EntitySnapshot,
    as: AsUser,
  ): Promise<void> {
    const { auditLog, clock, drafters, knex, marks, plans } = this.#options;
    const { entityRef, id, openedAs, state } = plan;
    const { userEntityRef } = as.credentials.principal;
    const side = await drafters.sideOf(plan, as);
    if (side !== openedAs) {
      throw new NotAllowedError(
        `Only ${
          openedAs === 'team' ? 'the owners' : 'the board'
        } may withdraw this draft`,
      );
    }
    if (state === 'withdrawn') {
      return;
    }
    if (state !== 'draft') {
      throw new ConflictError(`The plan ${id} is no draft: it is ${state}`);
    }
    const now = await clock.now();
    await inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      await this.#endSigning(trx, id, 'The draft was withdrawn.', now);
      const { revision } = await plans.lockDraft(trx, id, undefined, now);
      await plans.note(trx, id, { withdrawn_at: now }, now);
      await auditLog.append(
        trx,
        entryOf(entity, userEntityRef, 'plan-withdrawn', id, revision),
        now,
      );
    });
  }

  /** @throws InputError for an audit that the entity does not have; ConflictError before both sides have rated */
  async #link(
    trx: Knex.Transaction,
    id: string,
    plan: PlanTerms & { auditId?: string; entityRef: string },
  ): Promise<void> {
    const { areas, auditId, entityRef, title } = plan;
    if (auditId === undefined) {
      return;
    }
    const made = { areas, entityRef, kind: 'plan', ref: id, title } as const;
    try {
      await this.#options.linkAction(trx, auditId, made);
    } catch (error) {
      throw error instanceof NotFoundError
        ? new InputError(
            `Invalid auditId: expected the id of a trust audit of ${entityRef}, found ${JSON.stringify(
              auditId,
            )}`,
          )
        : error;
    }
  }

  /** The entity is marked already. */
  async #endSigning(
    trx: Knex.Transaction,
    id: string,
    reason: string,
    now: number,
  ): Promise<void> {
    const { desk, queries } = this.#options;
    const known = await queries.get(id, now, trx);
    if (known?.signing) {
      const outcome = { state: 'withdrawn', reason } as const;
      await desk.end(trx, known.signing.id, outcome, now);
    }
  }

  #bounds(entity: EntitySnapshot, now: number) {
    return { ...boundsOf(policyOf(entity, this.#options.policy)), now };
  }
}

function entryOf(
  { domainRef, entityRef }: EntitySnapshot,
  actorRef: string,
  action: string,
  plan: string,
  revision: number,
  reason?: string,
) {
  return {
    domainRef,
    entityRef,
    actorRef,
    action,
    details: { plan, revision, ...(reason !== undefined && { reason }) },
  };
}
