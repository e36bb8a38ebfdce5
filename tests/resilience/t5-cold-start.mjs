// T5: any number of processes start at once on an empty database, and after one that was killed in a migration.
// usage: ./run node tests/resilience/t5-cold-start.mjs [--processes 4] [--rounds 8] [--components 3] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { createBackend } from './lib/backend.mjs';
import {
  knexOfPostgres,
  migrateDown,
  migrateUp,
  migrationNames,
} from './lib/database.mjs';
import {
  countCommands,
  holdAt,
  installHold,
  release,
  removeHold,
  slowDown,
} from './lib/migrationFaults.mjs';
import { until } from './lib/intake.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { createChecks, progress, runTest } from './lib/runTest.mjs';
import { differencesOf, dumpSchema } from './lib/schemaDump.mjs';

const HELD_WITHIN_SECONDS = 60;
const WORKS_WITHIN_SECONDS = 60;

await runTest({
  name: 't5-cold-start',
  defaults: { processes: 4, rounds: 8, components: 3 },
  minutes: 30,
  async test(options) {
    const { processes, rounds } = options;
    const checks = createChecks();
    const postgres = await startPostgres(options);
    const context = { ...options, checks, names: migrationNames(), postgres };
    const { commands, schema } = await rehearse(context);
    const crowd = await prepareCrowd(context);
    const starts = { ready: 0, failedInBackstage: 0, failed: 0 };
    for (let n = 1; n <= rounds; n++) {
      const found = await startTogether({ ...context, crowd, schema }, n);
      found.forEach(outcome => (starts[outcome] += 1));
      progress(`round ${n} of ${rounds}: ${found}`);
    }
    checks.expect(!starts.failed, `${starts.failed} starts failed`);
    const moments = [
      ...context.names.map((_, n) => ({ from: n, migration: n })),
      // A first start, killed in the last of all.
      { from: 0, migration: context.names.length - 1 },
    ];
    let recovered = 0;
    for (const [n, moment] of moments.entries()) {
      const command = Math.floor(commands[moment.migration] / 2);
      recovered += await killInside(
        { ...context, schema },
        { ...moment, command, n },
      );
    }
    checks.expect(
      recovered === moments.length,
      `after ${recovered} of ${moments.length} kills in a migration the next start went well`,
    );
    return {
      starts: rounds * processes,
      ...starts,
      migrations: context.names.length,
      killedInside: moments.length,
      recovered,
      breaches: checks.breaches,
    };
  },
});

function databaseOf(prefix) {
  return `${prefix}autonomy`;
}

async function createDatabase({ postgres }, prefix, template = 'template1') {
  await postgres.query(
    'postgres',
    `create database ${databaseOf(prefix)} template ${template}`,
  );
  return knexOfPostgres(postgres, databaseOf(prefix));
}

/** @returns how many commands each migration has, and what the schema looks like in the end */
async function rehearse({ names, postgres }) {
  const knex = await createDatabase({ postgres }, 'rehearsal_');
  try {
    await migrateUp(knex, names.length);
    const schema = await dumpSchema(knex);
    await migrateDown(knex, names.length);
    await installHold(knex);
    const commands = [];
    for (const migration of names.keys()) {
      await knex.raw('alter sequence held.commands restart');
      await holdAt(knex, { migration, command: -1 });
      await migrateUp(knex, 1);
      commands.push(await countCommands(knex));
    }
    return { commands, schema };
  } finally {
    await knex.destroy();
  }
}

/** Makes a database in which Backstage has its own tables and the plugin has none. */
async function prepareCrowd(context) {
  const prefix = 'crowd_';
  const first = await createBackendOf(context, prefix, 'first');
  await first.start();
  await first.kill();
  const knex = knexOfPostgres(context.postgres, databaseOf(prefix));
  await migrateDown(knex, context.names.length);
  await knex.destroy();
  return databaseOf(prefix);
}

/**
 * In every other round there is nothing yet, not even a database. In the others Backstage has its tables and
 * migrations are slow, so that all do meet in them.
 *
 * @returns what became of each
 */
async function startTogether(context, round) {
  const { crowd, processes } = context;
  const prefix = `round${round}_`;
  if (round % 2 === 0) {
    const knex = await createDatabase(context, prefix, crowd);
    await slowDown(knex);
    await knex.destroy();
  }
  const backends = await Promise.all(
    Array.from({ length: processes }, (_, n) =>
      createBackendOf(context, prefix, `round-${round}-${n + 1}`),
    ),
  );
  const together = createBarrier(processes);
  const started = await Promise.all(
    backends.map(backend => outcomeOf(backend, together)),
  );
  await expectWhole(context, prefix);
  await Promise.all(backends.map(backend => backend.kill()));
  return started;
}

/**
 * Kills a start in the middle of a migration; the next one waits for it already every other time.
 *
 * @param moment - `from`: how many migrations were done before
 * @returns 1 if the next start went well, otherwise 0
 */
async function killInside(context, { command, from, migration, n }) {
  const { names } = context;
  const prefix = `kill${n}_`;
  const knex = await createDatabase(context, prefix);
  try {
    await migrateUp(knex, from);
    await installHold(knex);
    await holdAt(knex, { migration, command });
    const victim = await createBackendOf(context, prefix, `victim-${n}`);
    const heir = await createBackendOf(context, prefix, `heir-${n}`);
    const begun = victim.start().catch(() => {});
    await until(
      HELD_WITHIN_SECONDS,
      `${names[migration]} was not reached`,
      async () => (await countCommands(knex)) > command,
    );
    const isWaiting = n % 2 === 0;
    const waiting = isWaiting && outcomeOf(heir);
    if (isWaiting) await untilWaiting(knex);
    await victim.kill();
    await begun;
    const starting = waiting || outcomeOf(heir);
    // What the killed one asked for is still under way for as long as it takes.
    await new Promise(resolve => setTimeout(resolve, 500));
    await release(knex);
    const outcome = await starting;
    await removeHold(knex);
    await expectWhole(context, prefix);
    await heir.kill();
    progress(
      `killed in ${names[migration]} from ${from} on, after command ${
        command + 1
      }, the next ${isWaiting ? 'waiting' : 'afterwards'}: ${outcome}`,
    );
    return Number(outcome === 'ready');
  } finally {
    await knex.destroy();
  }
}

function createBackendOf(context, databasePrefix, name) {
  return createBackend({
    ...context,
    autonomy: {},
    databasePort: context.postgres.port,
    databasePrefix,
    name,
  });
}

/** Lets nobody pass before so many are there. */
function createBarrier(count) {
  const { promise, resolve } = Promise.withResolvers();
  let missing = count;
  return () => {
    missing -= 1;
    if (missing === 0) resolve();
    return promise;
  };
}

/**
 * Whether it starts and answers. Backstage makes tables of its own in the same database without a lock; where
 * several do at once and one fails, that is said apart.
 */
async function outcomeOf(backend, together) {
  try {
    await backend.start(together);
    const { status } = await backend.send('/api/autonomy/v1/entities');
    return status === 200 ? 'ready' : 'failed';
  } catch ({ message }) {
    progress(message);
    return /create table \\*"backstage_backend_/.test(message)
      ? 'failedInBackstage'
      : 'failed';
  }
}

async function untilWaiting(knex) {
  await until(HELD_WITHIN_SECONDS, 'the next one does not wait', async () => {
    const { rows } = await knex.raw(
      `select from pg_locks l join pg_database d on d.oid = l.database
        where locktype = 'advisory' and not granted and datname = current_database()`,
    );
    return rows.length > 0;
  });
}

/** Every migration is there once, what they made is what they always make, and it is worked with. */
async function expectWhole(context, prefix) {
  const { checks, components, names, postgres, schema } = context;
  const knex = knexOfPostgres(postgres, databaseOf(prefix));
  try {
    await until(WORKS_WITHIN_SECONDS, '', async () => {
      const rows = await knex('evaluations').whereNotNull('started_at');
      return rows.length === components;
    }).catch(() => checks.expect(false, `${prefix}: nothing is evaluated`));
    const done = await knex('knex_migrations').orderBy('name').pluck('name');
    checks.expect(
      done.join() === names.join(),
      `${prefix}: ${done.length} migrations are noted, expected ${names.length}`,
    );
    const [{ is_locked: isLocked }] = await knex('knex_migrations_lock');
    checks.expect(!isLocked, `${prefix}: migrations are locked`);
    const dump = await dumpSchema(knex);
    const other = differencesOf(schema, dump);
    checks.expect(!other.length, `${prefix}: the schema differs: ${other[0]}`);
  } finally {
    await knex.destroy();
  }
}
