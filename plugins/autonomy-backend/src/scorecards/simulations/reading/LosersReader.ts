import type { Knex } from 'knex';
import { bitsOf, MOVES_TABLE } from '../moveRows';

/**
 * What somebody owns of what would lose a right.
 *
 * @internal
 */
export interface Losers {
  ownerRef: string;
  /** In the order of their refs. */
  entityRefs: string[];
}

/**
 * Tells whose entities would lose a right when every grace has passed. It is for those who must be told, and asks no
 * permissions.
 *
 * @internal
 */
export interface LosersReader {
  /** Each owner once, in the order of their refs; entities without an owner are left out. */
  losersOf(simulationId: string): AsyncIterable<Losers>;
}

/**
 * @internal
 */
export class DatabaseLosersReader implements LosersReader {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): LosersReader {
    return new DatabaseLosersReader(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async *losersOf(simulationId: string): AsyncGenerator<Losers, void> {
    const owners: { owner_ref: string }[] = await this.#losers(simulationId)
      .whereNotNull('entities.owner_ref')
      .distinct('entities.owner_ref')
      .orderBy('entities.owner_ref');
    for (const { owner_ref: ownerRef } of owners) {
      const rows = await this.#losers(simulationId)
        .where('entities.owner_ref', ownerRef)
        .orderBy('entities.entity_ref')
        .select('entities.entity_ref');
      yield { ownerRef, entityRefs: rows.map((row: any) => row.entity_ref) };
    }
  }

  #losers(simulationId: string): Knex.QueryBuilder {
    return this.#knex(MOVES_TABLE)
      .join('entities', 'entities.entity_ref', 'simulation_moves.entity_ref')
      .whereRaw('entities.in_scope')
      .where('simulation_moves.simulation_id', simulationId)
      .whereRaw('simulation_moves.settled_kinds & ? <> 0', [
        bitsOf(['rights-lost']),
      ]);
  }
}
