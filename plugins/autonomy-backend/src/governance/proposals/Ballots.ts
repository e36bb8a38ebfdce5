import {
  votesNeeded,
  type CompiledPolicy,
  type EntitySnapshot,
  type Matter,
  type MatterRule,
  type ProposalVote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import type { EntityIndexStore, ScopedEntity } from '../../entities';
import type { BoardSeats } from './BoardSeats';
import type { MatterHandlers } from './MatterHandlers';
import type { NewOpening, StoredProposal } from './types';

/**
 * @internal
 */
export interface BallotsOptions {
  /** Who decides where no domain's board does. */
  centralBoard?: string;
  handlers: MatterHandlers;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  policy: CompiledPolicy;
  seats: BoardSeats;
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
 * Which board votes on what, by which rule, and how many of its members may.
 *
 * @internal
 */
export class Ballots {
  readonly #options: BallotsOptions;

  static create(options: BallotsOptions): Ballots {
    return new Ballots(options);
  }

  private constructor(options: BallotsOptions) {
    this.#options = options;
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

  /**
   * The board that decides; one with nobody to vote hands it to the centre.
   *
   * @throws ConflictError where nobody could decide
   */
  async boardFor(
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
      const found = await this.#options.handlers
        .of(matter as Matter)
        .alsoConcerned?.(
          knex,
          some.map(({ content }) => content),
        );
      some.forEach(({ at, entityRef }, n) => {
        refs[at] = (found?.[n] ?? []).filter(ref => ref !== entityRef);
      });
    }
    return refs;
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
