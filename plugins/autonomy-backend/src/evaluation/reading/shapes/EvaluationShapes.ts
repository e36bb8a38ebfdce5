import type { Knex } from 'knex';
import type { Shape } from '../../results';

const TABLE = 'evaluation_shapes';

/**
 * What the letters in the narrow columns of results are about. There are few shapes and they never change, so
 * each is read once.
 *
 * @internal
 */
export class EvaluationShapes {
  readonly #knex: Knex;
  #known: ReadonlyMap<string, Shape> = new Map();

  static create(options: { knex: Knex }): EvaluationShapes {
    return new EvaluationShapes(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those with the ids, as far as they are there. */
  async of(ids: Iterable<string>): Promise<ReadonlyMap<string, Shape>> {
    const isKnown = [...ids].every(id => this.#known.has(id));
    return isKnown ? this.#known : this.all();
  }

  /** Those that are there now; the others are forgotten. */
  async all(): Promise<ReadonlyMap<string, Shape>> {
    const known = this.#known;
    const ids: string[] = await this.#knex(TABLE).pluck('id');
    const isNew = (id: string) => !known.has(id);
    const rows = ids.some(isNew)
      ? await this.#knex(TABLE)
          .whereIn('id', ids.filter(isNew))
          .select('id', 'shape')
      : [];
    this.#known = new Map([
      ...[...known].filter(([id]) => ids.includes(id)),
      ...rows.map(({ id, shape }): [string, Shape] => [id, JSON.parse(shape)]),
    ]);
    return this.#known;
  }
}
