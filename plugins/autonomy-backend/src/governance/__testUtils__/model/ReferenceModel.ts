import { outcomeOfBallot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import assert from 'node:assert/strict';
import type { Governed } from './setUpGovernance';

const DAY = 86_400_000;
/** So long before its end an exemption may be asked for anew; a grant is renewed by a route of its own. */
const RENEWABLE = 14 * DAY;

/** What the model knows of a proposal. Instants are UTC milliseconds. */
export interface Ballot {
  id: string;
  /** `<matter> <entity> <subject>` */
  key: string;
  boardRef: string;
  /** Who asks; absent where a member of the board moved it. */
  asker?: string;
  isAppeal: boolean;
  isAppealed: boolean;
  rejectedAt?: number;
  lapsesAt: number;
  /** How many may vote. */
  eligible: number;
  votes: Map<string, 'approve' | 'reject'>;
  state: 'open' | 'approved' | 'rejected' | 'withdrawn' | 'lapsed';
  /** Until when what is approved counts. */
  expiresAt: number;
  /** What is revoked; of exemptions. */
  requestId: string;
}

interface Granted {
  requestId: string;
  boardRef: string;
  from: number;
  endsAt: number;
}

/** What should be so, told by rules that fit on a page. */
export class ReferenceModel {
  readonly #ballots: Ballot[] = [];
  readonly #inForce = new Map<string, Granted[]>();

  constructor(
    public now: number,
    readonly eligibleOf: (boardRef: string) => number,
  ) {}

  pick(index: number): Ballot | undefined {
    return this.#ballots[index % Math.max(1, this.#ballots.length)];
  }

  isOpen({ lapsesAt, state }: Ballot): boolean {
    return state === 'open' && lapsesAt > this.now;
  }

  openOf(key: string): Ballot | undefined {
    return this.#ballots.find(each => each.key === key && this.isOpen(each));
  }

  exemptionOf(key: string): Granted | undefined {
    return this.#inForce.get(key)?.find(({ endsAt }) => endsAt > this.now);
  }

  /** For longer than somebody may ask for more. */
  isExempt(key: string): boolean {
    const { endsAt = 0 } = this.exemptionOf(key) ?? {};
    return endsAt > this.now + RENEWABLE;
  }

  mayAppeal({
    boardRef,
    expiresAt,
    isAppeal,
    isAppealed,
    rejectedAt,
    state,
  }: Ballot) {
    return (
      state === 'rejected' &&
      !isAppeal &&
      !isAppealed &&
      boardRef !== 'group:default/architects' &&
      Math.min(rejectedAt! + 30 * DAY, expiresAt) > this.now
    );
  }

  /** Takes note of what was just opened, with the vote of whoever moved it. */
  async learn(
    real: Governed,
    key: string,
    by: { asker?: string; mover?: string; isAppeal?: boolean },
  ): Promise<void> {
    const known = new Set(this.#ballots.map(({ id }) => id));
    const row = await real.newest(key, known);
    const ballot: Ballot = {
      id: row.id,
      key,
      boardRef: row.boardRef,
      asker: by.asker,
      isAppeal: by.isAppeal ?? false,
      isAppealed: false,
      lapsesAt: row.lapsesAt ?? Infinity,
      eligible: this.eligibleOf(row.boardRef),
      votes: new Map(),
      state: 'open',
      expiresAt: (row.content as { expiresAt: number }).expiresAt,
      requestId: (row.content as { requestId?: string }).requestId ?? '',
    };
    this.#ballots.push(ballot);
    if (by.mover) {
      this.count(ballot, by.mover, 'approve');
    }
  }

  count(ballot: Ballot, who: string, vote: 'approve' | 'reject'): void {
    ballot.votes.set(who, vote);
    const votes = [...ballot.votes.values()];
    const approvals = votes.filter(each => each === 'approve').length;
    const outcome = outcomeOfBallot(
      { approvals, rejections: votes.length - approvals },
      { quorum: 1, approval: 'majority' },
      ballot.eligible,
    );
    if (outcome === undefined) {
      return;
    }
    ballot.state = outcome;
    if (outcome === 'rejected') {
      ballot.rejectedAt = this.now;
      return;
    }
    const before = this.#inForce.get(ballot.key) ?? [];
    const { boardRef, expiresAt, requestId } = ballot;
    this.#inForce.set(ballot.key, [
      ...before,
      { requestId, boardRef, from: this.now, endsAt: expiresAt },
    ]);
  }

  /** The laws, and that what is stored is what the model says. */
  async assertHolds(real: Governed): Promise<void> {
    const { exemptions, proposals, votes } = await real.stored();
    const open = proposals
      .filter(
        each => each.state === 'open' && (each.lapsesAt ?? Infinity) > this.now,
      )
      .map(each => `${each.matter} ${each.entityRef} ${each.subject}`);
    assert.equal(new Set(open).size, open.length, 'two open about one subject');
    for (const ballot of this.#ballots) {
      const stored = proposals.find(({ id }) => id === ballot.id)!;
      const expected =
        ballot.state === 'open' && !this.isOpen(ballot)
          ? 'lapsed'
          : ballot.state;
      const actual =
        stored.state === 'open' && (stored.lapsesAt ?? Infinity) <= this.now
          ? 'lapsed'
          : stored.state;
      assert.equal(actual, expected, `state of ${ballot.key}`);
    }
    for (const { proposal_id: id, voter_ref: voter } of votes) {
      const proposal = proposals.find(each => each.id === id)!;
      assert.ok(
        !proposal.isRequest || proposal.openedBy !== voter,
        'a requester decided',
      );
      assert.ok(!real.isOwner(voter), 'an owner decided');
    }
    for (const exemption of exemptions) {
      const approval = proposals.find(
        ({ content, state }) =>
          content.matter === 'exemption' &&
          content.requestId === exemption.requestId &&
          state === 'approved',
      );
      assert.ok(approval, 'an exemption without an approval');
      assert.ok(
        exemption.from >= approval.decidedAt!,
        'in force before its approval',
      );
      assert.ok(exemption.expiresAt > exemption.from, 'without an end');
    }
    for (const { endsAt, isInForce } of await real.exemptionsNow()) {
      assert.equal(isInForce, endsAt > this.now, 'in force after its end');
    }
  }
}
