import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { contentHash } from '../../database';
import { shapeOf } from './Shape';

const TABLE = 'evaluation_shapes';

/**
 * The shapes of results, each stored once.
 *
 * @internal
 */
export class ShapesTable {
  /** JSON to id; entities share a few. */
  readonly #ids = new Map<string, string>();
  readonly #stored = new Set<string>();

  static create(): ShapesTable {
    return new ShapesTable();
  }

  private constructor() {}

  idOf(evaluation: Evaluation): string {
    const shape = JSON.stringify(shapeOf(evaluation));
    let id = this.#ids.get(shape);
    if (!id) {
      id = contentHash(shape).slice(0, 16);
      this.#ids.set(shape, id);
    }
    return id;
  }

  /** Stores those that are not yet. */
  async put(trx: Knex.Transaction, ids: Iterable<string>): Promise<void> {
    const wanted = new Set(ids);
    const rows = [...this.#ids]
      .filter(([, id]) => wanted.has(id) && !this.#stored.has(id))
      .map(([shape, id]) => ({ id, shape }))
      // In one order, as two processes may have the same new ones.
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (rows.length === 0) {
      return;
    }
    await trx(TABLE).insert(rows).onConflict('id').ignore();
    // Not before it is certain.
    trx.executionPromise.then(
      () => rows.forEach(({ id }) => this.#stored.add(id)),
      () => {},
    );
  }
}
