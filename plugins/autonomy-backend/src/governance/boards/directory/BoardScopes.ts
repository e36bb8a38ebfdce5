import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { inChunks } from '../../../database';
import type {
  ReadScope,
  ReadScopes,
} from '../../../evaluation/reading/ReadScopes';
import type { OwnerAccess } from '../../../permissions';
import { whereAllVisible } from '../../../permissions/whereVisible';

/** How many refs the catalog is asked about at once. */
const ASK_SIZE = 200;
/** How many entities are looked at where the catalog is asked about each. */
const MOST_ASKED = 2_000;

/**
 * What somebody may read of boards, each as a query for refs of entities in scope.
 *
 * @internal
 */
export interface BoardScope {
  /** Those that they may read. Where only the catalog can tell, as many as it can be asked about. */
  visible(): Knex.QueryBuilder;
  /** Those of them whose board it is. */
  ofBoard(boardRef: string): Knex.QueryBuilder;
  /** What they belong to. */
  claims: ReadonlySet<string>;
  /** They may read every entity. */
  isEverything: boolean;
}

/**
 * @internal
 */
export class BoardScopes {
  readonly #options: Parameters<typeof BoardScopes.create>[0];

  static create(options: {
    knex: Knex;
    owners: Pick<OwnerAccess, 'claims'>;
    scopes: Pick<ReadScopes, 'of'>;
  }): BoardScopes {
    return new BoardScopes(options);
  }

  private constructor(options: Parameters<typeof BoardScopes.create>[0]) {
    this.#options = options;
  }

  async of(credentials: BackstageCredentials): Promise<BoardScope> {
    const { owners, scopes } = this.#options;
    const claims = await owners.claims(credentials);
    const scope = await scopes.of(credentials);
    const { isEverything, readable, visible: criteria } = scope;
    const shown =
      readable && (await this.#shown(this.#refs(criteria), readable, claims));
    const visible = () => (shown ? this.#among(shown) : this.#refs(criteria));
    return {
      visible,
      ofBoard: boardRef =>
        visible().where('entity_context.board_ref', boardRef),
      claims,
      isEverything,
    };
  }

  #entities(): Knex.QueryBuilder {
    return this.#options
      .knex('entities')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'entities.entity_ref',
      )
      .whereRaw('entities.in_scope')
      .select('entities.entity_ref');
  }

  #among(refs: readonly string[]): Knex.QueryBuilder {
    return this.#entities().whereIn('entities.entity_ref', refs);
  }

  #refs(criteria: ReadScope['visible']): Knex.QueryBuilder {
    const query = this.#entities();
    whereAllVisible(query, criteria);
    return query;
  }

  /** Those that concern boards of their own come first: that is what they are here for. */
  async #shown(
    query: Knex.QueryBuilder,
    readable: NonNullable<ReadScope['readable']>,
    claims: ReadonlySet<string>,
  ): Promise<string[]> {
    const { knex } = this.#options;
    const own = [...claims];
    const isOther = own.length
      ? knex.raw(
          `case when entity_context.board_ref in (${own
            .map(() => '?')
            .join(', ')}) then 0 else 1 end`,
          own,
        )
      : knex.raw('1');
    const refs: string[] = await query
      .select({ is_other: isOther })
      .orderBy(['is_other', 'entities.entity_ref'])
      .limit(MOST_ASKED)
      .then((rows: any[]) => rows.map(row => row.entity_ref));
    const shown: string[] = [];
    for (const chunk of inChunks(refs, ASK_SIZE)) {
      shown.push(...(await readable(chunk)));
    }
    return shown;
  }
}
