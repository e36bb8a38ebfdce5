// T6: migrations go up, down and up with data in the tables, and old replicas go on meanwhile.
// usage: ./run node tests/resilience/t6-migrations.mjs [--rows 30] [--large 50000] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import {
  knexOfPostgres,
  knexOfSqlite,
  migrateDown,
  migrateUp,
  migrationNames,
} from './lib/database.mjs';
import { askAgain, keepWorking, workOn } from './lib/oldReplica.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { differencesOfSums, fill, sumUp } from './lib/rows.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { differencesOf, dumpSchema, readTables } from './lib/schemaDump.mjs';

/**
 * What migrations say that they change in rows that are there. `derived_with` is emptied so that the next sweep
 * derives the contexts again.
 */
const CHANGED_BY = {
  '20261121083000_history.js': ['index_state.derived_with'],
  '20261121091000_collector_runs.js': ['index_state.derived_with'],
};
/** The newest migration of the version whose replicas are still there while the later ones run. */
const PREVIOUS = '20261121094000_incident_inbox.js';
/** Senders take longer for a failure. */
const LONGEST_WAIT_MS = 5_000;

await runTest({
  name: 't6-migrations',
  defaults: { rows: 30, large: 50_000 },
  minutes: 30,
  async test(options) {
    const checks = createChecks();
    const postgres = await startPostgres(options);
    const names = migrationNames();
    const context = { ...options, checks, names, postgres };
    let count = 0;
    const databases = {
      sqlite: async () => knexOfSqlite(':memory:'),
      postgres: async () => {
        count += 1;
        await postgres.query('postgres', `create database case${count}`);
        return knexOfPostgres(postgres, `case${count}`);
      },
    };
    const figures = { versions: 0, asked: 0 };
    for (const [kind, create] of Object.entries(databases)) {
      const whole = await using(create, knex => upDownUp({ ...context, knex }));
      for (const from of names.keys()) {
        const at = { from: from + 1, name: `${kind} ${names[from]}`, whole };
        figures.asked += await using(create, knex =>
          fromVersion({ ...context, ...at, knex }),
        );
        figures.versions += 1;
      }
      progress(`${kind}: from each of ${names.length} versions`);
    }
    const served = await using(databases.postgres, knex =>
      whileServing({ ...context, knex }),
    );
    return {
      migrations: names.length,
      ...figures,
      ...served,
      breaches: checks.breaches,
    };
  },
});

async function using(create, use) {
  const knex = await create();
  try {
    return await use(knex);
  } finally {
    await knex.destroy();
  }
}

/** @returns what the newest schema looks like */
async function upDownUp({ checks, knex, names }) {
  const empty = await dumpSchema(knex);
  await migrateUp(knex, names.length);
  const whole = await dumpSchema(knex);
  await migrateDown(knex, names.length);
  expectSame(checks, 'all down', empty, await dumpSchema(knex));
  await migrateUp(knex, names.length);
  expectSame(checks, 'all up again', whole, await dumpSchema(knex));
  return whole;
}

/**
 * From a version with data in all tables up to the newest, and back again.
 *
 * @returns how many recorded statements were asked
 */
async function fromVersion({ checks, from, knex, name, names, rows, whole }) {
  await migrateUp(knex, from);
  const tables = await readTables(knex);
  await fill(knex, tables, { count: rows, from: 1 });
  const before = {
    schema: await dumpSchema(knex),
    sums: await sumUp(knex, tables),
  };

  const later = names.slice(from);
  await knex.migrate.latest();
  expectSame(checks, `${name} up`, whole, await dumpSchema(knex));
  const kept = await sumUp(knex, await readTables(knex));
  expectKept(checks, `${name} up`, { before, after: kept, later });

  const { asked, complaints } = await askOldReplica(
    knex,
    tables,
    names[from - 1],
  );
  complaints.forEach(text => checks.expect(false, `${name}, then: ${text}`));

  await migrateDown(knex, later.length);
  expectSame(checks, `${name} down`, before.schema, await dumpSchema(knex));
  const back = await sumUp(knex, tables);
  expectKept(checks, `${name} down`, { before, after: back, later });
  await knex.migrate.latest();
  expectSame(checks, `${name} up again`, whole, await dumpSchema(knex));
  return asked;
}

async function askOldReplica(knex, tables, newest) {
  const complaints = await workOn(knex, tables, 1_000_000);
  if (knex.client.config.client !== 'pg') return { asked: 0, complaints };
  const again = await askAgain(knex, newest);
  return { ...again, complaints: [...complaints, ...again.complaints] };
}

function expectSame({ expect }, what, before, after) {
  const found = differencesOf(before, after);
  expect(!found.length, `${what}: the schema differs: ${found.join('; ')}`);
}

function expectKept({ expect }, what, { after, before, later }) {
  const allowed = later.flatMap(migration => CHANGED_BY[migration] ?? []);
  const found = differencesOfSums(before.sums, after).filter(
    each => !allowed.includes(each),
  );
  expect(!found.length, `${what}: not as before: ${found.join(', ')}`);
}

/** A replica of the previous version works on while a new one migrates large tables. */
async function whileServing({ checks, knex, large, names }) {
  const from = names.findLastIndex(name => name <= PREVIOUS) + 1;
  await migrateUp(knex, from);
  const tables = await readTables(knex);
  await fill(knex, tables, { count: large, from: 1 });
  const replica = keepWorking(knex, tables, 10_000_000);
  await replica.rounds(2);
  const begun = performance.now();
  await knex.migrate.latest();
  const migrateSeconds = (performance.now() - begun) / 1_000;
  const { complaints, longestMs, rounds } = await replica.stop();
  progress(
    `${names.length - from} migrations in ${round(migrateSeconds, 1)} s`,
  );
  complaints.forEach(text => checks.expect(false, `while migrating: ${text}`));
  checks.expect(
    longestMs <= LONGEST_WAIT_MS,
    `an old replica waited ${round(longestMs)} ms`,
  );
  return {
    largeTables: tables.length,
    migrateSeconds: round(migrateSeconds, 2),
    oldReplicaRounds: rounds,
    oldReplicaLongestMs: round(longestMs),
  };
}
