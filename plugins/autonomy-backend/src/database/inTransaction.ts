import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';

/** SQLSTATE of PostgreSQL: deadlock detected, and serialization failure. */
const REPEATABLE = new Set(['40P01', '40001']);
const ATTEMPTS = 4;
/** Milliseconds; up to as much again by chance, so that two that met do not meet again. */
const PAUSE = 20;

/**
 * Runs work in a transaction. Where PostgreSQL ends it because two transactions wait for each other, nothing was written
 * and it is run anew: the work may only do what the transaction undoes.
 *
 * @param work - run up to four times
 * @returns what the work returns
 * @throws what the work throws; the database's error where it is in the way of others each time
 * @internal
 */
export async function inTransaction<T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === ATTEMPTS || !REPEATABLE.has(code ?? '')) {
        throw error;
      }
      await sleep(PAUSE * attempt * (1 + Math.random()));
    }
  }
}
