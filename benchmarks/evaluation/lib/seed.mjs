import { requireSource } from '../../../tests/resilience/lib/heart.mjs';
import { createPopulation } from './population.mjs';

/** Components whose evidence is written in one go. */
const AT_ONCE = 1_000;
/** Below the bind variables of PostgreSQL (65,535). */
const ROWS = 2_000;

/**
 * Fills the tables: the index by a sweep of the catalog, evidence by the stores, with nothing evaluated yet.
 *
 * @param core - see core.mjs
 */
export async function seed(core, { seed: number, size }) {
  const { catalogSweeps, clock, index, knex, stores } = core;
  await catalogSweeps.run();
  const now = await clock.now();
  await index.markSettled(now);
  const population = createPopulation({ now, seed: number, size });
  for (let from = 0; from < size; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, size - from);
    const all = Array.from({ length: count }, (_, i) =>
      population.evidenceOf(from + i),
    );
    const of = kind => all.flatMap(evidence => evidence[kind]);
    await putFacts(core, of('facts'), now);
    for (const kind of ['incidents', 'deployments', 'coverage']) {
      await stores[kind].put(of(kind), now);
    }
    await knex.batchInsert('exemptions', of('exemptions'), ROWS);
  }
  // As it is some minutes later by itself.
  await knex.raw('analyze');
  return { now };
}

/** Past the store, which would take the first of the reports for the beginning. */
async function putFacts({ knex }, facts, now) {
  const { toRow, toRun } = requireSource('../facts/factRows.ts');
  const rows = facts.map(fact => {
    const key = { entity_ref: fact.entityRef, collector: fact.collector };
    const run = { ...toRun(fact), since: fact.since };
    return { ...toRow(key, run), recorded_at: now };
  });
  await knex.batchInsert('facts', rows, ROWS);
}
