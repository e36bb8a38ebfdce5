import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rowOf } from './rows.mjs';
import { planOf } from './statements.mjs';

const FOLDER = path.join(import.meta.dirname, '../statements');

/**
 * What a replica of an older version goes on doing while a newer one has changed the schema already.
 */

/**
 * Reads, writes, changes and deletes with the columns that there were, in every table.
 *
 * @param tables - as they were
 * @param n - the number of a row that is not there
 * @returns what does not work any more
 */
export async function workOn(knex, tables, n) {
  const complaints = [];
  for (const table of tables) {
    const { columns, key, name } = table;
    const row = rowOf(table, n);
    const names = columns.map(column => column.name);
    const id = Object.fromEntries(
      (key.length ? key : names).map(each => [each, row[each]]),
    );
    const steps = {
      insert: () => knex(name).insert(row),
      upsert: () =>
        key.length > 0 && knex(name).insert(row).onConflict(key).merge(),
      update: () => knex(name).where(id).update(row),
      select: async () => {
        const found = await knex(name).where(id).select(names);
        if (found.length !== 1) throw new Error(`${found.length} rows found`);
      },
      delete: () => knex(name).where(id).delete(),
    };
    for (const [step, run] of Object.entries(steps)) {
      await Promise.resolve(run()).catch(({ message }) =>
        complaints.push(`${step} of ${name}: ${message}`),
      );
    }
  }
  return complaints;
}

/**
 * Asks again what a version was recorded to ask; PostgreSQL only.
 *
 * @param newest - the newest migration that the version knew
 * @returns how many statements there are, and those that do not work any more
 */
export async function askAgain(knex, newest) {
  const file = path.join(FOLDER, newest.replace(/\.js$/, '.json'));
  if (!existsSync(file)) return { asked: 0, complaints: [] };
  const statements = JSON.parse(readFileSync(file, 'utf8'));
  const complaints = [];
  for (const statement of statements) {
    const { isThere, message } = await planOf(knex, statement);
    if (!isThere) complaints.push(`${message}: ${statement}`);
  }
  return { asked: statements.length, complaints };
}

/**
 * Reads and writes again and again until told to stop.
 *
 * @returns `rounds`, to wait for, and `stop`, which tells how often it did, what failed, and the longest wait in milliseconds
 */
export function keepWorking(knex, tables, firstNumber) {
  const figures = { rounds: 0, longestMs: 0, complaints: [] };
  let isStopped = false;
  const working = (async () => {
    while (!isStopped) {
      for (const table of tables) {
        const begun = performance.now();
        const number = firstNumber + figures.rounds;
        const failed = await workOn(knex, [table], number);
        figures.complaints.push(...failed);
        figures.longestMs = Math.max(
          figures.longestMs,
          performance.now() - begun,
        );
      }
      figures.rounds += 1;
      await sleep(1);
    }
  })();
  const rounds = async more => {
    const enough = figures.rounds + more;
    while (figures.rounds < enough) await sleep(1);
  };
  return {
    /** Resolves after so many more rounds. */
    rounds,
    async stop() {
      await rounds(1);
      isStopped = true;
      await working;
      return figures;
    },
  };
}
