import { requireSource } from '../../../tests/resilience/lib/heart.mjs';
import createCatalog from '../data/catalog.mjs';
import { createPopulation } from '../data/population.mjs';

/** Components whose evidence is written in one go. */
const AT_ONCE = 1_000;
/** Below the bind variables of PostgreSQL (65,535) for the widest row. */
const ROWS = 2_000;
const STORED = ['incidents', 'deployments', 'coverage'];

/**
 * Fills the tables: the index by a sweep of the catalog, evidence by the stores; nothing is evaluated yet.
 *
 * @param heart - see heart.mjs
 * @returns how many rows there are of each kind
 */
export async function seed(heart, { components, seed: number }) {
  const { clock, index, knex, stores } = heart;
  await migrate(heart);
  await readCatalog(heart, components);
  const now = await clock.now();
  await index.markSettled(now);
  const population = createPopulation({ now, seed: number, size: components });
  const rows = {};
  for (let from = 0; from < components; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, components - from);
    const all = Array.from({ length: count }, (_, i) =>
      population.evidenceOf(from + i),
    );
    const of = kind => {
      const found = all.flatMap(evidence => evidence[kind]);
      rows[kind] = (rows[kind] ?? 0) + found.length;
      return found;
    };
    await putFacts(knex, of('facts'), now);
    for (const kind of STORED) await stores[kind].put(of(kind), now);
    await knex.batchInsert('exemptions', of('exemptions'), ROWS);
  }
  await knex.raw('vacuum analyze');
  return rows;
}

const migrate = ({ knex }) =>
  requireSource('../database/index.ts').applyMigrations({}, knex);

async function readCatalog({ clock, index, policy }, components) {
  const { createSweepRunner } = requireSource('../entities/index.ts');
  const sweeps = createSweepRunner({
    auth: { getOwnServiceCredentials: async () => undefined },
    catalog: createCatalog(components),
    clock,
    index,
    logger: { debug() {}, info() {}, warn: console.error },
    policy,
    settings: { scope: { kind: 'Component' }, boards: new Map() },
    mayRun: async () => true,
    onSwept: () => {},
  });
  await sweeps.run();
}

/** Past the store, which would take the first of the reports for the beginning. */
async function putFacts(knex, facts, now) {
  const { toRow, toRun } = requireSource('../facts/factRows.ts');
  const rows = facts.map(fact => {
    const key = { entity_ref: fact.entityRef, collector: fact.collector };
    const run = { ...toRun(fact), since: fact.since };
    return { ...toRow(key, run), recorded_at: now };
  });
  await knex.batchInsert('facts', rows, ROWS);
}
