import {
  autonomyPlanManagePermission,
  type Matter,
  type ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';
import type { DatabasePlans } from './DatabasePlans';
import type { PlanQueries } from './PlanQueries';
import { assertSame, assertTimeLeft } from './planRules';

/**
 * The board's signature under a plan. Where the owners have signed, the plan is in force with it.
 *
 * @internal
 */
export class PlanMatter implements MatterHandler {
  readonly matter: Matter = 'plan';
  readonly permission = autonomyPlanManagePermission;
  readonly #plans: DatabasePlans;
  readonly #queries: Pick<PlanQueries, 'get'>;

  static create(options: {
    plans: DatabasePlans;
    queries: Pick<PlanQueries, 'get'>;
  }): MatterHandler {
    return new PlanMatter(options.plans, options.queries);
  }

  private constructor(plans: DatabasePlans, queries: Pick<PlanQueries, 'get'>) {
    this.#plans = plans;
    this.#queries = queries;
  }

  async check(proposal: StoredProposal, now: number): Promise<void> {
    const plan = await this.#queries.get(proposal.subject, now);
    if (plan?.state !== 'draft') {
      throw new ConflictError(`The plan ${proposal.subject} is no draft`);
    }
    assertSame(plan, proposal.content);
    assertTimeLeft(plan, now);
  }

  /** A draft that the board does not sign stays one. */
  async settle(
    trx: Knex.Transaction,
    { content, id, subject }: StoredProposal,
    outcome: ProposalOutcome,
    now: number,
  ): Promise<void> {
    if (outcome.state !== 'approved') {
      return;
    }
    const plan = await this.#plans.lockDraft(trx, subject, undefined, now);
    assertSame(plan, content as ProposalContent);
    assertTimeLeft(plan, now);
    await this.#plans.note(
      trx,
      subject,
      {
        board_signed_by: outcome.by,
        board_signed_at: now,
        board_comment: outcome.reason ?? '',
        proposal_id: id,
        ...(plan.team && inForce(plan, now)),
      },
      now,
    );
  }
}

/**
 * What both signatures make of a draft: one whose start has come starts with the later of them.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function inForce({ startsAt }: { startsAt: number }, now: number) {
  return { signed_at: now, starts_at: Math.max(startsAt, now) };
}
