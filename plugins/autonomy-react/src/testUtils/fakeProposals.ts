import {
  outcomeOfBallot,
  type ListProposalsRequest,
  type ListProposalsResponse,
  type NewProposal,
  type NewVote,
  type Proposal,
  type VotesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createProposal, createProposalPowers } from './createProposal';
import { FAKE_USER } from './fakeIdentity';
import { forwardPageOf, isWanted, newestFirst } from './fakePages';
import { FakeRecords } from './fakeRecords';

const DAY = 86_400_000;

/** Proposals, on which the caller votes as the powers of each say. */
export class FakeProposals {
  readonly #now: () => number;
  readonly #records: FakeRecords<Proposal>;
  readonly #onDecision: (proposal: Proposal) => void;

  /** @param onDecision - is told what became of a proposal by its last vote */
  constructor(
    proposals: Proposal[],
    now: () => number,
    onDecision: (proposal: Proposal) => void,
  ) {
    this.#records = new FakeRecords('proposal', proposals);
    this.#now = now;
    this.#onDecision = onDecision;
  }

  all(): Proposal[] {
    return this.#records.all();
  }

  find(id: string): Proposal | undefined {
    return this.#records.find(id);
  }

  list(request: ListProposalsRequest): ListProposalsResponse {
    const found = this.all().filter(
      ({ boardRef, entityRef, matter, state }) =>
        isWanted(request.board, boardRef) &&
        isWanted(request.entity, entityRef) &&
        isWanted(request.matter, matter) &&
        isWanted(request.state, state),
    );
    return forwardPageOf(
      newestFirst(found, ({ openedAt }) => openedAt),
      request,
    );
  }

  propose({ entityRef, reason, ...wanted }: NewProposal): Proposal {
    const content: Proposal['content'] =
      wanted.matter === 'bypass'
        ? { ...wanted, title: wanted.incidentId }
        : wanted;
    return this.open({ entityRef, entityTitle: undefined, reason, content });
  }

  /** Opens what somebody asked for. */
  open(proposal: Partial<Proposal>): Proposal {
    return this.#records.add(
      createProposal({
        openedAt: this.#now(),
        openedBy: FAKE_USER,
        votes: [],
        evidence: [],
        may: createProposalPowers({
          vote: false,
          voteRefusal: { because: 'asked' },
          withdraw: true,
        }),
        ...proposal,
      }),
    );
  }

  /** @throws ConflictError where the caller may not vote on it, or it is decided */
  vote(id: string, { comment, vote }: NewVote): Proposal {
    const { may, state, tally, votes } = this.#records.get(id);
    this.#records.require(state === 'open', `The proposal ${id} is ${state}`);
    this.#records.require(
      may.vote,
      may.voteRefusal
        ? `You cannot vote: ${may.voteRefusal.because}`
        : 'You are not on the board',
    );
    const cast = this.#records.change(id, {
      votes: [
        ...votes,
        { voterRef: FAKE_USER, vote, comment, castAt: this.#now() },
      ],
      tally: {
        ...tally,
        approvals: tally.approvals + (vote === 'approve' ? 1 : 0),
        rejections: tally.rejections + (vote === 'reject' ? 1 : 0),
      },
      may: createProposalPowers({
        vote: false,
        voteRefusal: { because: 'voted' },
      }),
    });
    const outcome = outcomeOfBallot(cast.tally, tally);
    if (!outcome) return cast;
    const decided = this.#records.change(id, {
      state: outcome,
      decidedAt: this.#now(),
      ...(outcome === 'rejected' && { appealUntil: this.#now() + 30 * DAY }),
    });
    this.#onDecision(decided);
    return decided;
  }

  voteOnAll(ids: string[], vote: NewVote): VotesResponse {
    return {
      results: ids.map(id => {
        try {
          return { id, status: 'accepted', proposal: this.vote(id, vote) };
        } catch (error) {
          return { id, status: 'refused', error: (error as Error).message };
        }
      }),
    };
  }

  withdraw(id: string): Proposal {
    const { may } = this.#records.get(id);
    this.#records.require(may.withdraw, `You may not withdraw ${id}`);
    return this.#records.change(id, {
      state: 'withdrawn',
      decidedAt: this.#now(),
      may: createProposalPowers({ vote: false }),
    });
  }

  appeal(id: string, reason: string): Proposal {
    const { content, entityRef, entityTitle, may } = this.#records.get(id);
    this.#records.require(may.appeal, `You may not appeal against ${id}`);
    const appeal = this.open({
      ...{ content, entityRef, entityTitle, reason },
      boardRef: 'group:default/architecture-board',
      appealOf: id,
    });
    this.#records.change(id, {
      appealId: appeal.id,
      may: createProposalPowers({ vote: false }),
    });
    return appeal;
  }
}
