import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';

/** From here on a total is looked at as a size rather than as a number of things. */
const LARGE = 1_000;
const KEPT_FOR = 10_000;
const MOST_QUERIES = 500;

/**
 * Counts what a query finds. Counting takes as long as there are rows, so a large total is kept for ten seconds,
 * and asked for by one at a time. The key is the whole statement with who may see what.
 *
 * @internal
 */
export class LargeTotals {
  readonly #kept = new LRUCache<string, number>({
    max: MOST_QUERIES,
    ttl: KEPT_FOR,
  });
  readonly #running = new Map<string, Promise<number>>();

  async of(query: Knex.QueryBuilder): Promise<number> {
    const counting = query.count('* as total').first();
    const { bindings, sql } = counting.toSQL();
    const key = JSON.stringify([sql, bindings]);
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      return kept;
    }
    return this.#running.get(key) ?? this.#count(key, counting);
  }

  async #count(key: string, counting: Knex.QueryBuilder): Promise<number> {
    const running = Promise.resolve(counting).then(row => Number(row?.total));
    this.#running.set(key, running);
    try {
      const total = await running;
      if (total >= LARGE) {
        this.#kept.set(key, total);
      }
      return total;
    } finally {
      this.#running.delete(key);
    }
  }
}
