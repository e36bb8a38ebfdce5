import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { inChunks } from '../database';
import type { ReadScope, ReadScopes } from '../evaluation/reading/ReadScopes';
import type { OwnerAccess } from '../permissions';
import { whereAllVisible } from '../permissions/whereVisible';

/** How many refs the catalog is asked about at once. */
const ASK_SIZE = 200;
/** How many entities are looked at, of those owned and those decided for, where the catalog is asked about each. */
const MOST_ASKED = 2_000;

/**
 * The entities in scope that somebody is needed for, each as a query for refs. None is among them that they may not
 * read.
 *
 * @internal
 */
export interface NeedsScope {
  /** Those of which they are one of the owners. */
  owned(): Knex.QueryBuilder;
  /** Those whose board they belong to. */
  decided(): Knex.QueryBuilder;
  /**
   * Those that they may read; where only the catalog can tell, those that they own, decide for, or have to decide about.
   */
  visible(): Knex.QueryBuilder;
  /** What they belong to, the account itself included. */
  claims: readonly string[];
  /** Groups that they decide for: what they belong to, where boards decide. */
  boards: readonly string[];
}

/**
 * @internal
 */
export class NeedsScopes {
  readonly #options: Parameters<typeof NeedsScopes.create>[0];

  /**
   * @param options - `boardsDecide`: whether boards decide at all; without permissions everybody would have theirs
   */
  static create(options: {
    boardsDecide: boolean;
    knex: Knex;
    owners: OwnerAccess;
    scopes: ReadScopes;
  }): NeedsScopes {
    return new NeedsScopes(options);
  }

  private constructor(options: Parameters<typeof NeedsScopes.create>[0]) {
    this.#options = options;
  }

  async of(credentials: BackstageCredentials): Promise<NeedsScope> {
    const { boardsDecide, owners, scopes } = this.#options;
    const claims = [...(await owners.claims(credentials))];
    const { readable, visible: criteria } = await scopes.of(credentials);
    const visible = () => this.#refs(criteria);
    const owned = () => visible().whereIn('entities.owner_ref', claims);
    const boards = boardsDecide ? claims : [];
    const decided = () => visible().whereIn('entity_context.board_ref', boards);
    const proposed = () =>
      visible().whereIn(
        'entities.entity_ref',
        this.#options
          .knex('proposals')
          .where('state', 'open')
          .whereIn('board_ref', boards)
          .select('entity_ref'),
      );
    const queries = readable
      ? await this.#shown(readable, { decided, owned, proposed })
      : { decided, owned, visible };
    return { ...queries, boards, claims };
  }

  #refs(criteria: ReadScope['visible']): Knex.QueryBuilder {
    const query = this.#options
      .knex('entities')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'entities.entity_ref',
      )
      .whereRaw('entities.in_scope')
      .select('entities.entity_ref');
    whereAllVisible(query, criteria);
    return query;
  }

  async #shown(
    readable: NonNullable<ReadScope['readable']>,
    asked: Pick<NeedsScope, 'decided' | 'owned'> & {
      proposed: () => Knex.QueryBuilder;
    },
  ): Promise<Pick<NeedsScope, 'decided' | 'owned' | 'visible'>> {
    const shownOf = async (query: Knex.QueryBuilder) => {
      const refs: string[] = await query
        .orderBy('entities.entity_ref')
        .limit(MOST_ASKED)
        .pluck('entities.entity_ref');
      const shown: string[] = [];
      for (const chunk of inChunks(refs, ASK_SIZE)) {
        shown.push(...(await readable(chunk)));
      }
      return shown;
    };
    const owned = await shownOf(asked.owned());
    const decided = await shownOf(asked.decided());
    const proposed = await shownOf(asked.proposed());
    const among = (refs: string[]) => () =>
      this.#options
        .knex('entities')
        .whereIn('entities.entity_ref', refs)
        .select('entities.entity_ref');
    return {
      decided: among(decided),
      owned: among(owned),
      visible: among([...new Set([...owned, ...decided, ...proposed])]),
    };
  }
}
