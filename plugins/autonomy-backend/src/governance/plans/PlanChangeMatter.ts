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
import type { DatabasePlans, PlanNotes } from './DatabasePlans';
import type { EntityChecks } from './EntityChecks';
import type { PlanQueries } from './PlanQueries';
import { assertMovable } from './planRules';
import { endOf } from './types';

type PlanChangeContent = ProposalContent & { matter: 'plan-change' };

interface ChangeMatterOptions {
  checks: EntityChecks;
  plans: DatabasePlans;
  queries: Pick<PlanQueries, 'get'>;
}

/**
 * What a board does with a plan in force: lifts, extends or completes it.
 *
 * @internal
 */
export class PlanChangeMatter implements MatterHandler {
  readonly matter: Matter = 'plan-change';
  readonly permission = autonomyPlanManagePermission;
  readonly #options: ChangeMatterOptions;

  static create(options: ChangeMatterOptions): MatterHandler {
    return new PlanChangeMatter(options);
  }

  private constructor(options: ChangeMatterOptions) {
    this.#options = options;
  }

  check(proposal: StoredProposal, now: number): Promise<void> {
    return this.#assertPossible(proposal, now);
  }

  async settle(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    { state }: ProposalOutcome,
    now: number,
  ): Promise<void> {
    if (state !== 'approved') {
      return;
    }
    const { plans } = this.#options;
    await plans.lock(trx, proposal.subject);
    await this.#assertPossible(proposal, now, trx);
    await plans.note(trx, proposal.subject, notesOf(proposal, now), now);
  }

  async #assertPossible(
    { content, subject }: StoredProposal,
    now: number,
    trx?: Knex.Transaction,
  ): Promise<void> {
    const { checks, queries } = this.#options;
    const plan = await queries.get(subject, now, trx);
    if (!plan) {
      throw new ConflictError(`The plan ${subject} is not there any more`);
    }
    const { change, until = Infinity } = content as PlanChangeContent;
    const known = await checks.of([plan.entityRef], trx);
    assertMovable(plan, change, known.get(plan.entityRef));
    if (change === 'extend' && until <= endOf(plan)) {
      throw new ConflictError(`The plan ${subject} ends later than that`);
    }
  }
}

function notesOf({ content, reason }: StoredProposal, now: number): PlanNotes {
  const { change, until } = content as PlanChangeContent;
  switch (change) {
    case 'lift':
      return { lifted_at: now, end_reason: reason };
    case 'complete':
      return { completed_at: now, end_reason: reason };
    default:
      // People are told of the new end, too.
      return { extended_at: now, extended_to: until, end_told_at: null };
  }
}
