import {
  outcomeOfBallot,
  type CompiledPolicy,
  type Matter,
  type ProposalVote,
  type Vote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import { createTimedId } from '../../attestations/createTimedId';
import { inTransaction, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import type { AuditLog } from '../auditlog';
import {
  countVotes,
  type Ballots,
  type BallotSubject,
  type BallotTerms,
} from './Ballots';
import type { DatabaseProposals } from './DatabaseProposals';
import type { MatterHandler } from './MatterHandler';
import type { MatterHandlers } from './MatterHandlers';
import { asOf } from './proposalRows';
import type { ProposalTelling } from './ProposalTelling';
import type {
  NewOpening,
  ProposalOutcome,
  ProposalWithVotes,
  StoredProposal,
} from './types';

/**
 * @internal
 */
export interface ProposalDeskOptions {
  auditLog: AuditLog;
  ballots: Ballots;
  clock: Clock;
  handlers: MatterHandlers;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  marks: EvaluationMarks;
  policy: CompiledPolicy;
  proposals: DatabaseProposals;
  telling: ProposalTelling;
}

/** A member's vote, as it was given. @internal */
export interface CastVote {
  voterRef: string;
  vote: Vote;
  comment: string;
}

/**
 * The one way in which boards come to decisions: what is opened is voted on, and the vote that makes the quorum makes
 * the outcome true in the same transaction. Who may do what is decided before.
 *
 * @internal
 */
export class ProposalDesk {
  readonly #options: ProposalDeskOptions;

  static create(options: ProposalDeskOptions): ProposalDesk {
    return new ProposalDesk(options);
  }

  private constructor(options: ProposalDeskOptions) {
    this.#options = options;
  }

  /** Every matter needs its handler before anything about it is opened. */
  register(handler: MatterHandler): void {
    this.#options.handlers.register(handler);
  }

  handlerOf(matter: Matter): MatterHandler {
    return this.#options.handlers.of(matter);
  }

  /** How proposals are decided, by the policy of their domains and the members of their boards; in order. */
  termsOf(
    proposals: readonly BallotSubject[],
    knex?: Knex,
  ): Promise<BallotTerms[]> {
    return this.#options.ballots.termsOf(proposals, knex);
  }

  /**
   * Opens a proposal in a transaction.
   *
   * @param opening - with the first vote of whoever moves it, if it is no request
   * @param now - UTC milliseconds
   * @returns the proposal, decided already where that vote was enough
   * @throws ConflictError where one about the same is open, or nobody could decide; NotFoundError where the entity is
   * not in scope
   */
  async open(
    trx: Knex.Transaction,
    opening: NewOpening,
    now: number,
  ): Promise<ProposalWithVotes> {
    const { auditLog, ballots, index, marks, policy, proposals, telling } =
      this.#options;
    const { content, entityRef, openedBy } = opening;
    const { matter } = content;
    await marks.mark(trx, [entityRef], now);
    const [entity] = await index.readScoped([entityRef], trx);
    if (!entity) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    await this.#endLapsed(trx, opening, now);
    const { rules } = policy.forDomains(entity.snapshot.domainChain ?? [])
      .policy.governance;
    const { lapsesAfter } = rules[matter];
    const proposal: StoredProposal = {
      id: createTimedId(now),
      matter,
      entityRef,
      subject: opening.subject,
      domainRef: entity.snapshot.domainRef,
      boardRef: await ballots.boardFor(trx, opening, entity),
      content,
      evidence: opening.evidence,
      reason: opening.reason,
      openedBy,
      isRequest: opening.isRequest,
      openedAt: now,
      lapsesAt: opening.lapsesAt ?? (lapsesAfter && now + lapsesAfter),
      appealOf: opening.appealOf,
      state: 'open',
    };
    if (!(await proposals.add(trx, proposal))) {
      throw new ConflictError(
        `Something about the same (${matter} ${opening.subject} of ${entityRef}) is open already and not decided yet`,
      );
    }
    if (openedBy !== undefined && !opening.isRequest) {
      const first = { voterRef: openedBy, vote: 'approve' as const };
      const comment = opening.reason ?? '';
      return this.#cast(trx, proposal.id, { ...first, comment }, now, () =>
        telling.opened(trx, proposal, entity.snapshot, now),
      );
    }
    await telling.opened(trx, proposal, entity.snapshot, now);
    if (openedBy !== undefined) {
      await auditLog.append(
        trx,
        entryOf(proposal, openedBy, 'proposal-opened', {
          reason: opening.reason ?? '',
        }),
        now,
      );
    }
    return { ...proposal, votes: [] };
  }

  /**
   * Casts a vote, which may decide.
   *
   * @throws NotFoundError; ConflictError where it is over, the voter has voted, or an approval can no longer be made
   * true; NotAllowedError for whoever asks
   */
  async vote(id: string, cast: CastVote): Promise<ProposalWithVotes> {
    const { clock, knex, proposals } = this.#options;
    const now = await clock.now();
    const known = await proposals.get(id);
    if (known && cast.vote === 'approve') {
      await this.handlerOf(known.matter).check?.(known, now);
    }
    return inTransaction(knex, trx => this.voteIn(trx, id, cast, now));
  }

  /** {@link ProposalDesk.vote} in a transaction. */
  async voteIn(
    trx: Knex.Transaction,
    id: string,
    cast: CastVote,
    now: number,
  ): Promise<ProposalWithVotes> {
    return this.#cast(trx, id, cast, now);
  }

  /** @param tell - tells who else is to vote, where the vote is not enough */
  async #cast(
    trx: Knex.Transaction,
    id: string,
    cast: CastVote,
    now: number,
    tell?: () => Promise<void>,
  ): Promise<ProposalWithVotes> {
    const { auditLog, proposals } = this.#options;
    const proposal = await this.#lockOpen(trx, id, now);
    if (proposal.isRequest && proposal.openedBy === cast.voterRef) {
      throw new NotAllowedError('Nobody decides on their own request');
    }
    const vote: ProposalVote = { ...cast, castAt: now };
    await proposals.addVote(trx, id, vote);
    const votes = [...proposal.votes, vote];
    const [{ eligible, quorum, rule }] = await this.termsOf([proposal], trx);
    const state = outcomeOfBallot(countVotes(votes), rule, eligible);
    const details = { vote: cast.vote, comment: cast.comment };
    if (state === undefined) {
      // Before the log, which everybody locks last: others who tell the same board would wait for each other for ever.
      await tell?.();
      await auditLog.append(
        trx,
        entryOf(proposal, cast.voterRef, 'proposal-voted', details),
        now,
      );
      return { ...proposal, votes };
    }
    const outcome = { state, by: cast.voterRef, reason: cast.comment };
    await this.#close(trx, proposal, outcome, now, quorum);
    await auditLog.append(
      trx,
      entryOf(proposal, cast.voterRef, `proposal-${state}`, details),
      now,
    );
    return { ...proposal, votes, state, decidedAt: now, quorum };
  }

  /**
   * Ends an open proposal without a vote.
   *
   * @returns whether it was open
   */
  async end(
    trx: Knex.Transaction,
    id: string,
    outcome: ProposalOutcome,
    now: number,
  ): Promise<boolean> {
    const { auditLog, marks, proposals } = this.#options;
    const known = await proposals.get(id, trx);
    if (known?.state !== 'open') {
      return false;
    }
    await this.handlerOf(known.matter).lockFirst?.(trx, known, now);
    await marks.mark(trx, [known.entityRef], now);
    const proposal = await proposals.lock(trx, id);
    if (proposal?.state !== 'open') {
      return false;
    }
    const { lapsesAt = Infinity } = proposal;
    const actual: ProposalOutcome =
      lapsesAt <= now ? { state: 'lapsed', reason: 'nobody decided' } : outcome;
    await this.#close(trx, proposal, actual, Math.min(now, lapsesAt));
    if (actual.by !== undefined) {
      await auditLog.append(
        trx,
        entryOf(proposal, actual.by, `proposal-${actual.state}`, {
          reason: actual.reason ?? '',
        }),
        now,
      );
    }
    return true;
  }

  /** Ends what nobody decided in time; a few at a time. @returns how many */
  async endDue(now: number, limit = 50): Promise<number> {
    const { knex, proposals } = this.#options;
    const ids = await proposals.due(now, limit);
    for (const id of ids) {
      await inTransaction(knex, trx =>
        this.end(trx, id, { state: 'lapsed', reason: 'nobody decided' }, now),
      );
    }
    return ids.length;
  }

  async #lockOpen(
    trx: Knex.Transaction,
    id: string,
    now: number,
  ): Promise<ProposalWithVotes> {
    const { marks, proposals } = this.#options;
    const known = await proposals.get(id, trx);
    if (!known) {
      throw new NotFoundError(`No proposal ${id}`);
    }
    await this.handlerOf(known.matter).lockFirst?.(trx, known, now);
    // Before the proposal: it is the first lock on what evaluations write.
    await marks.mark(trx, [known.entityRef], now);
    const locked = (await proposals.lock(trx, id)) ?? known;
    const proposal = asOf(locked, now);
    if (proposal.state !== 'open') {
      throw new ConflictError(
        `The proposal ${id} is over: it is ${proposal.state}`,
      );
    }
    return proposal;
  }

  async #close(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    outcome: ProposalOutcome,
    at: number,
    quorum?: number,
  ): Promise<void> {
    const { index, proposals, telling } = this.#options;
    const [entity] = await index.readScoped([proposal.entityRef], trx);
    const isDecision =
      outcome.state === 'approved' || outcome.state === 'rejected';
    await proposals.close(trx, proposal.id, {
      state: outcome.state,
      // What the vote said is with the vote.
      reason: isDecision ? undefined : outcome.reason,
      at,
      quorum,
    });
    await this.handlerOf(proposal.matter).settle(trx, proposal, outcome, at);
    if (entity) {
      await telling.decided(trx, proposal, outcome, entity.snapshot, at);
    }
  }

  /** What lapsed is in nobody's way. */
  async #endLapsed(
    trx: Knex.Transaction,
    { content, entityRef, subject }: NewOpening,
    now: number,
  ): Promise<void> {
    const open = await this.#options.proposals.lockOpen(trx, {
      entityRef,
      matter: content.matter,
      subject,
    });
    for (const proposal of open) {
      const { lapsesAt = Infinity } = proposal;
      if (lapsesAt <= now) {
        const outcome = { state: 'lapsed', reason: 'nobody decided' } as const;
        await this.#close(trx, proposal, outcome, lapsesAt);
      }
    }
  }
}

function entryOf(
  proposal: StoredProposal,
  actorRef: string,
  action: string,
  details: { [key: string]: string },
) {
  const { domainRef, entityRef, id, matter, subject } = proposal;
  return {
    domainRef,
    actorRef,
    action,
    entityRef,
    details: { proposal: id, matter, subject, ...details },
  };
}
