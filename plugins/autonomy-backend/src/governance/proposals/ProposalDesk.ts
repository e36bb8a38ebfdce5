import {
  outcomeOfBallot,
  votesNeeded,
  type CompiledPolicy,
  type EntitySnapshot,
  type Matter,
  type MatterRule,
  type ProposalVote,
  type Vote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import { createTimedId } from '../../attestations/createTimedId';
import type { Clock } from '../../database';
import type { EntityIndexStore, ScopedEntity } from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import type { AuditLog } from '../auditlog';
import type { BoardSeats } from './BoardSeats';
import type { DatabaseProposals } from './DatabaseProposals';
import type { MatterHandler } from './MatterHandler';
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
  /** Who decides where no domain's board does. */
  centralBoard?: string;
  clock: Clock;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  marks: EvaluationMarks;
  policy: CompiledPolicy;
  proposals: DatabaseProposals;
  seats: BoardSeats;
  telling: ProposalTelling;
}

/** A member's vote, as it was given. @internal */
export interface CastVote {
  voterRef: string;
  vote: Vote;
  comment: string;
}

/** As much of a proposal as tells who votes on it, and how. @internal */
export type BallotSubject = Pick<
  StoredProposal,
  'boardRef' | 'entityRef' | 'isRequest' | 'matter' | 'openedBy'
> &
  Partial<Pick<StoredProposal, 'content'>>;

/** How a ballot stands. @internal */
export interface BallotTerms {
  rule: MatterRule;
  /** How many may vote; undefined where the catalog does not tell. */
  eligible?: number;
  /** Votes that are needed. */
  quorum: number;
  /** The entities besides its own whose owners do not vote. */
  alsoConcerned: readonly EntitySnapshot[];
}

/**
 * The one way in which boards come to decisions: what is opened is voted on, and the vote that makes the quorum makes
 * the outcome true in the same transaction. Who may do what is decided before.
 *
 * @internal
 */
export class ProposalDesk {
  readonly #handlers = new Map<Matter, MatterHandler>();
  readonly #options: ProposalDeskOptions;

  static create(options: ProposalDeskOptions): ProposalDesk {
    return new ProposalDesk(options);
  }

  private constructor(options: ProposalDeskOptions) {
    this.#options = options;
  }

  /** Every matter needs its handler before anything about it is opened. */
  register(handler: MatterHandler): void {
    this.#handlers.set(handler.matter, handler);
  }

  handlerOf(matter: Matter): MatterHandler {
    const handler = this.#handlers.get(matter);
    if (!handler) {
      throw new Error(`Nobody handles the matter ${matter}`);
    }
    return handler;
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
    const { auditLog, index, marks, policy, proposals, telling } =
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
      boardRef: await this.#boardFor(trx, opening, entity),
      content,
      evidence: opening.evidence,
      reason: opening.reason,
      openedBy,
      isRequest: opening.isRequest,
      openedAt: now,
      lapsesAt:
        opening.lapsesAt ?? (lapsesAfter && now + lapsesAfter) ?? undefined,
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
    return knex.transaction(trx => this.voteIn(trx, id, cast, now));
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
      await knex.transaction(trx =>
        this.end(trx, id, { state: 'lapsed', reason: 'nobody decided' }, now),
      );
    }
    return ids.length;
  }

  /** How proposals are decided, by the policy of their domains and the members of their boards; in order. */
  async termsOf(
    proposals: readonly BallotSubject[],
    knex: Knex = this.#options.knex,
  ): Promise<BallotTerms[]> {
    const { index, policy, seats } = this.#options;
    const others = await this.#alsoConcerned(proposals, knex);
    const refs = new Set([
      ...proposals.map(({ entityRef }) => entityRef),
      ...others.flat(),
    ]);
    const scoped = new Map(
      (await index.readScoped([...refs], knex)).map(({ snapshot }) => [
        snapshot.entityRef,
        snapshot,
      ]),
    );
    const ballots = proposals.map((proposal, n) => {
      const entity = scoped.get(proposal.entityRef);
      const alsoConcerned = others[n].flatMap(ref => scoped.get(ref) ?? []);
      const table = {
        boardRef: proposal.boardRef,
        ownerRefs: ownersOf([entity, ...alsoConcerned]),
        excluded: proposal.isRequest ? proposal.openedBy : undefined,
      };
      const { rules } = policy.forDomains(entity?.domainChain ?? []).policy
        .governance;
      return { alsoConcerned, rule: rules[proposal.matter], table };
    });
    const count = await seats.read(
      ballots.map(({ table }) => table),
      knex,
    );
    return ballots.map(({ alsoConcerned, rule, table }) => {
      const eligible = count(table);
      const quorum = votesNeeded(rule, eligible);
      return { rule, eligible, quorum, alsoConcerned };
    });
  }

  /** Refs of the entities besides their own that proposals concern, in order; asked once for each matter. */
  async #alsoConcerned(
    proposals: readonly Pick<BallotSubject, 'content' | 'entityRef'>[],
    knex: Knex,
  ): Promise<string[][]> {
    const refs: string[][] = proposals.map(() => []);
    const asked = proposals.flatMap(({ content, entityRef }, at) =>
      content ? { at, content, entityRef } : [],
    );
    for (const [matter, some] of Object.entries(
      groupBy(asked, ({ content }) => content.matter),
    )) {
      const found = await this.handlerOf(matter as Matter).alsoConcerned?.(
        knex,
        some.map(({ content }) => content),
      );
      some.forEach(({ at, entityRef }, n) => {
        refs[at] = (found?.[n] ?? []).filter(ref => ref !== entityRef);
      });
    }
    return refs;
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

  /** Whoever has nobody to vote hands it to the centre. */
  async #boardFor(
    trx: Knex.Transaction,
    opening: NewOpening,
    { snapshot }: ScopedEntity,
  ): Promise<string> {
    const { centralBoard, index, seats } = this.#options;
    const own = opening.isCentral
      ? centralBoard
      : opening.boardRef ?? snapshot.boardRef ?? centralBoard;
    const excluded = opening.isRequest ? opening.openedBy : undefined;
    const [others] = await this.#alsoConcerned([opening], trx);
    const alsoConcerned = others.length
      ? await index.readScoped(others, trx)
      : [];
    const ownerRefs = ownersOf([
      snapshot,
      ...alsoConcerned.map(each => each.snapshot),
    ]);
    const candidates = [...new Set([own, centralBoard])].flatMap(
      boardRef => boardRef ?? [],
    );
    const tables = candidates.map(boardRef => ({
      boardRef,
      ownerRefs,
      excluded,
    }));
    const count = await seats.read(tables, trx);
    const table = tables.find(each => count(each) !== 0);
    if (table) {
      return table.boardRef;
    }
    throw new ConflictError(
      candidates.length > 0
        ? `Nobody on the board of ${opening.entityRef} may decide this: all of its members own the entity or ask`
        : `No board decides for ${opening.entityRef}: its domain has none, and autonomy.centralBoard is not set`,
    );
  }
}

/** @internal */
export function countVotes(votes: readonly ProposalVote[]) {
  const approvals = votes.filter(({ vote }) => vote === 'approve').length;
  return { approvals, rejections: votes.length - approvals };
}

function ownersOf(entities: readonly (EntitySnapshot | undefined)[]): string[] {
  return entities.flatMap(entity => entity?.ownerRef ?? []);
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
