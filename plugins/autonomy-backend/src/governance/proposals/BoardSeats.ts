import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { inChunks } from '../../database';

const CHUNK = 200;

/**
 * Who sits at a table: the board, and those on the other side of it.
 *
 * @internal
 */
export interface Table {
  boardRef: string;
  /** Of the entity, and of whatever else gains or loses by it. */
  ownerRefs: readonly string[];
  /** Who asks. */
  excluded?: string;
}

/**
 * How many members of its board may vote at a table; undefined where the catalog lists no members of the board.
 *
 * @internal
 */
export type CountSeats = (table: Table) => number | undefined;

/**
 * Who could vote on something, as far as the catalog lists the members of groups.
 *
 * @internal
 */
export class BoardSeats {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): BoardSeats {
    return new BoardSeats(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Reads the members of all groups of some tables at once. */
  async read(
    tables: readonly Table[],
    knex: Knex = this.#knex,
  ): Promise<CountSeats> {
    const groups = new Set(
      tables.flatMap(({ boardRef, ownerRefs }) => [boardRef, ...ownerRefs]),
    );
    const members = new Map<string, string[]>();
    for (const chunk of inChunks([...groups], CHUNK)) {
      const rows = await knex('entity_relations')
        .whereIn('source_ref', chunk)
        .where('type', RELATION_HAS_MEMBER)
        .where('target_ref', 'like', 'user:%')
        .select('source_ref', 'target_ref');
      for (const { source_ref: group, target_ref: member } of rows) {
        members.set(group, [...(members.get(group) ?? []), member]);
      }
    }
    return ({ boardRef, excluded, ownerRefs }) => {
      const others = new Set([
        ...ownerRefs.flatMap(owner => [owner, ...(members.get(owner) ?? [])]),
        excluded,
      ]);
      return members.get(boardRef)?.filter(member => !others.has(member))
        .length;
    };
  }
}
