// What is published counts in every process, at once or from a date on, also when one is killed on the way.
// usage: ./run node tests/resilience/publication.mjs [--components 2000] [--rounds 6] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { DATABASE } from './lib/backend.mjs';
import { startBackends } from './lib/backends.mjs';
import { untilNothingWaits } from './lib/evaluations.mjs';
import { until } from './lib/intake.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { below, seededRandom } from './lib/random.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';

/** A process looks every second, and works by what it finds after its next batch. */
const KNOWN_WITHIN_SECONDS = 10;
const DONE_WITHIN_SECONDS = 300;
/** So far ahead every second publication lies. */
const ANNOUNCED_MS = 5_000;

await runTest({
  name: 'publication',
  defaults: { components: 2_000, rounds: 6 },
  minutes: 30,
  async test(options) {
    const { components, rounds, seed } = options;
    const checks = createChecks();
    const random = seededRandom(seed);
    const postgres = await startPostgres(options);
    const { backends } = await startBackends({
      ...options,
      postgres,
      processes: 2,
    });
    await untilNothingWaits(postgres, DONE_WITHIN_SECONDS);
    await countWrites(postgres);
    const seen = [];
    for (let n = 1; n <= rounds; n++) {
      const run = await publishOnce({
        announced: n % 2 === 0 ? ANNOUNCED_MS : 0,
        backends,
        killed: n % 3 === 0 ? backends[below(random, 2)] : undefined,
        n,
        postgres,
      });
      progress(`publication ${n} of ${rounds}: ${JSON.stringify(run)}`);
      checkRun(checks, run, { components, seen });
      seen.push(...run.versions);
    }
    return {
      publications: rounds,
      processes: backends.length,
      unhandled: backends.flatMap(({ unhandled }) => unhandled).length,
      breaches: checks.breaches,
    };
  },
});

/** @returns what the processes and the stored results said after one publication */
async function publishOnce({ announced, backends, killed, n, postgres }) {
  const before = await versionsOf(backends);
  const [{ from }] = await postgres.query(
    DATABASE,
    `insert into policy_versions
        (kind, name, action, yaml, changes, author, published_at, effective_from, note)
      select 'scorecard', 'announced-here', 'publish', $1, '[]', 'user:default/somebody', now_ms, now_ms + $2, 'A test'
        from (select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now_ms) as clock
      returning effective_from as from`,
    [scorecard(n), announced],
  );
  const early = announced ? await versionsOf(backends) : before;
  const isKnown = async () =>
    (await versionsOf(backends)).every(
      (version, i) => version !== undefined && version !== before[i],
    );
  if (killed) {
    await killed.kill();
    await killed.start();
  }
  await until(
    KNOWN_WITHIN_SECONDS + announced / 1_000,
    'a process does not know what was published',
    isKnown,
    50,
  );
  const [{ now }] = await postgres.query(
    DATABASE,
    'select extract(epoch from clock_timestamp()) * 1000 as now',
  );
  await until(
    DONE_WITHIN_SECONDS,
    'results are those of the former policy',
    async () => (await outdated(postgres)) === 0,
    200,
  );
  await untilNothingWaits(postgres, DONE_WITHIN_SECONDS);
  const [{ writes }] = await postgres.query(
    DATABASE,
    'select count(distinct entity_ref)::int as writes from test_writes where made_with = (select made_with from policy_in_force)',
  );
  return {
    killed: Boolean(killed),
    isEarly: String(early) !== String(before),
    knownMs: round(Number(now) - Number(from)),
    outdated: await outdated(postgres),
    versions: [...new Set(await versionsOf(backends))],
    written: writes,
    flapped: await flapped(postgres),
  };
}

function checkRun({ expect }, run, { components, seen }) {
  expect(!run.isEarly, 'what was announced counted before its date');
  expect(
    run.versions.length === 1,
    `processes follow different policies: ${run.versions}`,
  );
  expect(
    run.versions.every(version => !seen.includes(version)),
    'a former policy is back',
  );
  expect(run.outdated === 0, `${run.outdated} results are of another policy`);
  expect(
    run.written === components,
    `${run.written} of ${components} entities were evaluated by the new policy`,
  );
  expect(
    run.flapped === 0,
    `${run.flapped} results went back to a former policy`,
  );
}

function scorecard(n) {
  return `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: announced-here, title: Announced here }
spec:
  role: guardrails
  checks:
    - { id: announced-check, title: Version ${n}, areas: [tooling], effect: inform, expression: a.b >= ${n} }
`;
}

async function versionsOf(backends) {
  return Promise.all(
    backends.map(async backend => {
      const response = await backend
        .send('/api/autonomy/v1/policy')
        .catch(() => undefined);
      return response?.ok ? (await response.json()).version : undefined;
    }),
  );
}

/** Results that are not made by what is in force. */
async function outdated(postgres) {
  const [{ count }] = await postgres.query(
    DATABASE,
    `select count(*)::int as count from evaluations
      where made_with is distinct from (select made_with from policy_in_force)`,
  );
  return count;
}

/** Every result that is written is noted, with what it was made with. */
async function countWrites(postgres) {
  for (const statement of [
    'create table test_writes (id bigserial, entity_ref text, made_with text)',
    `create function note_write() returns trigger language plpgsql as $$
      begin
        insert into test_writes (entity_ref, made_with) values (new.entity_ref, new.made_with);
        return null;
      end $$`,
    `create trigger note_write after insert or update of made_with on evaluations
      for each row execute function note_write()`,
  ]) {
    await postgres.query(DATABASE, statement);
  }
}

/** Results that were replaced by one of a policy that had been replaced before. */
async function flapped(postgres) {
  const [{ count }] = await postgres.query(
    DATABASE,
    `select count(*)::int as count from test_writes as later
      where exists (
        select 1 from test_writes as former
          join test_writes as between_them on between_them.entity_ref = former.entity_ref
            and between_them.id > former.id and between_them.made_with <> former.made_with
          where former.entity_ref = later.entity_ref and former.made_with = later.made_with
            and between_them.id < later.id)`,
  );
  return count;
}
