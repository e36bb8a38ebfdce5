import type {
  ListPlansRequest,
  ListPlansResponse,
  NewPlan,
  PlanChange,
  PlanDraftChange,
  Proposal,
  RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createPlan, createPlanPowers } from './createPlan';
import { FAKE_USER } from './fakeIdentity';
import { forwardPageOf, isWanted, newestFirst } from './fakePages';
import type { FakeProposals } from './fakeProposals';
import { FakeRecords } from './fakeRecords';

/** Recalibration plans; who signs for which side is told by the powers of each. */
export class FakePlans {
  readonly #now: () => number;
  readonly #records: FakeRecords<RecordedPlan>;

  constructor(plans: RecordedPlan[], now: () => number) {
    this.#records = new FakeRecords('plan', plans);
    this.#now = now;
  }

  all(): RecordedPlan[] {
    return this.#records.all();
  }

  find(id: string): RecordedPlan | undefined {
    return this.#records.find(id);
  }

  list(request: ListPlansRequest): ListPlansResponse {
    const found = this.all().filter(
      ({ boardRef, entityRef, state }) =>
        isWanted(request.entity, entityRef) &&
        isWanted(request.board, boardRef) &&
        isWanted(request.state, state),
    );
    return forwardPageOf(
      newestFirst(found, ({ openedAt }) => openedAt),
      request,
    );
  }

  draft(plan: NewPlan): RecordedPlan {
    const { id, ...drafted } = createPlan({
      ...withCriteria(plan),
      openedBy: FAKE_USER,
      openedAt: this.#now(),
    });
    return this.#records.add({
      ...drafted,
      cap: plan.cap,
      supportedBy: plan.supportedBy,
    });
  }

  /** @throws ConflictError where somebody else changed the draft meanwhile */
  change(id: string, { revision, ...change }: PlanDraftChange): RecordedPlan {
    this.#requireRevision(id, revision);
    return this.#records.change(id, {
      cap: undefined,
      supportedBy: undefined,
      ...withCriteria(change),
      revision: revision + 1,
      team: undefined,
      board: undefined,
    });
  }

  withdraw(id: string): RecordedPlan {
    const { may } = this.#records.get(id);
    this.#records.require(may.withdraw, `You may not withdraw the plan ${id}`);
    return this.#records.change(id, {
      state: 'withdrawn',
      endedAt: this.#now(),
      may: createPlanPowers(),
    });
  }

  sign(
    id: string,
    { comment, revision }: { revision: number; comment: string },
    proposals: FakeProposals,
  ): RecordedPlan {
    this.#requireRevision(id, revision);
    const { may } = this.#records.get(id);
    this.#records.require(
      may.sign !== undefined,
      `You may not sign the plan ${id}`,
    );
    const signature = { signedBy: FAKE_USER, signedAt: this.#now(), comment };
    const side = may.sign === 'board' ? 'board' : 'team';
    const signed = this.#records.change(id, {
      [side]: signature,
      may: createPlanPowers(),
    });
    if (side === 'board' || signed.board) return this.#begun(signed);
    const { approach, areas, cap, endsAt, entityRef, reason, title } = signed;
    const proposal = proposals.open({
      entityRef,
      reason,
      content: {
        ...{ matter: 'plan', planId: id, title, approach, areas, cap, endsAt },
      },
    });
    return this.#records.change(id, { proposalId: proposal.id });
  }

  move(
    id: string,
    move: { change: PlanChange; reason: string; until?: number },
    proposals: FakeProposals,
  ): RecordedPlan {
    const { entityRef, may, title } = this.#records.get(id);
    const { change, reason, until } = move;
    this.#records.require(may[change], `You may not ${change} the plan ${id}`);
    const proposal = proposals.open({
      entityRef,
      reason,
      content: { matter: 'plan-change', planId: id, title, change, until },
    });
    return this.#records.change(id, {
      changeProposalId: proposal.id,
      may: createPlanPowers(),
    });
  }

  decide({ content, state, votes }: Proposal): void {
    if (state !== 'approved') return;
    if (content.matter === 'plan' && this.find(content.planId)) {
      const { castAt, comment, voterRef } = votes[votes.length - 1];
      const signed = this.#records.change(content.planId, {
        board: { signedBy: voterRef, signedAt: castAt, comment },
      });
      if (signed.team) this.#begun(signed);
    }
    if (content.matter === 'plan-change' && this.find(content.planId)) {
      const now = this.#now();
      const changes = {
        lift: { state: 'lifted', endedAt: now, liftedAt: now },
        complete: { state: 'completed', endedAt: now, completedAt: now },
        extend: { extendedTo: content.until, extendedAt: now },
      } as const;
      this.#records.change(content.planId, {
        ...changes[content.change],
        changeProposalId: undefined,
      });
    }
  }

  #begun({ id, startsAt, team, board }: RecordedPlan): RecordedPlan {
    const isSigned = team !== undefined && board !== undefined;
    if (!isSigned) return this.#records.get(id);
    return this.#records.change(id, {
      state: startsAt > this.#now() ? 'planned' : 'active',
      signedAt: this.#now(),
    });
  }

  #requireRevision(id: string, revision: number): void {
    const plan = this.#records.get(id);
    this.#records.require(
      plan.revision === revision,
      `The plan was changed meanwhile (expected revision ${revision}, found ${plan.revision})`,
    );
  }
}

/** Titles of checks are not known here: their ids stand for them. */
function withCriteria<T extends { criteria: string[] }>(plan: T) {
  return {
    ...plan,
    criteria: plan.criteria.map(checkId => ({
      checkId,
      title: checkId,
      met: false,
    })),
  };
}
