// What a second process brings: everything is evaluated by one and by two over the same database, and each take is
// written down, which shows that nothing was evaluated twice without cause; see README.md.
// usage: ./run node benchmarks/evaluation/share.mjs [--size 100000] [--rounds 1] [--history] [--seed n]
// Tells of each round on stderr; prints one JSON line. Exits 1 where something was evaluated twice, or not at all.
import { loadavg } from 'node:os';
import { startPostgres } from '../../tests/resilience/lib/postgres.mjs';
import {
  createChecks,
  progress,
  round,
  runTest,
} from '../../tests/resilience/lib/runTest.mjs';
import { changeFacts } from './data/changeFacts.mjs';
import { portsOf } from './portsOf.mjs';
import { spread } from './rounds.mjs';
import {
  createSuite,
  prepareDatabase,
  untilEvaluated,
  wake,
} from './suite.mjs';

const NAMES = ['first', 'second'];
/** It is a new row for each time that an entity is taken, with who took it and which evidence. */
const LOG_TAKES = `
  create table takes (entity_ref text not null, version bigint not null, by_time boolean not null, taken_by int not null);
  create function log_take() returns trigger language plpgsql as $$
    begin
      insert into takes values (new.entity_ref, new.version, old.asked_at is null, inet_client_port());
      return null;
    end $$;
  create trigger log_take after update of ticket on evaluation_queue for each row
    when (new.ticket is not null and new.ticket is distinct from old.ticket)
    execute function log_take()`;

await runTest({
  name: 'share',
  defaults: { size: 100_000, rounds: 1, history: false, seed: 1 },
  minutes: 180,
  async test(options) {
    const { rounds, size: components } = options;
    const { breaches, expect } = createChecks();
    const postgres = await startPostgres({ ...options, isDurable: true });
    const common = { ...options, components, postgres };
    const { watcher } = await prepareDatabase(common);
    await watcher.query(LOG_TAKES);
    const suites = [];
    for (const name of NAMES) {
      suites.push(await createSuite({ ...common, name }));
    }
    const [first, second] = suites;
    await first.start();
    await untilEvaluated(watcher, components);
    const found = { one: [], two: [] };
    // The first round is for warming up.
    for (let n = 0; n <= rounds; n++) {
      for (const processes of n % 2 ? [2, 1] : [1, 2]) {
        if (processes === 2) await second.start();
        const running = suites.slice(0, processes);
        const result = await evaluateAll({ components, running, watcher });
        progress(
          `round ${n}: ${processes} took ${round(
            result.seconds,
            1,
          )} s, ${JSON.stringify(result)}, load ${round(loadavg()[0], 1)}`,
        );
        const { again, without } = result;
        expect(again === 0, `${again} were evaluated twice without cause`);
        expect(without === 0, `${without} were not evaluated`);
        expect(
          result.takenBy.every(count => count > 0),
          `taken by each process: ${result.takenBy}`,
        );
        if (n > 0) found[processes === 2 ? 'two' : 'one'].push(result);
        if (processes === 2) await second.kill('SIGTERM');
      }
    }
    const timeOf = results => spread(results.map(({ seconds }) => seconds));
    return {
      secondsOfOne: timeOf(found.one),
      secondsOfTwo: timeOf(found.two),
      ratio: spread(
        found.two.map(({ seconds }, n) => seconds / found.one[n].seconds),
      ),
      takenBy: found.two.map(({ takenBy }) => takenBy),
      takes: found.two.map(({ takes }) => takes),
      breaches,
    };
  },
});

/** Changes a fact of each entity, and waits until all that follows is stored. */
async function evaluateAll({ components, running, watcher }) {
  const changed = await changeFacts(watcher);
  await watcher.query('vacuum analyze');
  await watcher.query('truncate takes');
  await changed.mark();
  const begun = performance.now();
  await wake(running[0]);
  await untilEvaluated(watcher, components);
  const seconds = (performance.now() - begun) / 1_000;
  const { rows } = await watcher.query(
    `select count(*)::int as takes, (count(*) filter (where not by_time) - count(distinct (entity_ref, version)) filter (where not by_time))::int as again,
      count(*) filter (where by_time)::int as "byTime",
      $1::int - count(distinct entity_ref)::int as without from takes`,
    [components],
  );
  const takenBy = [];
  for (const { pid } of running) {
    const { rows: taken } = await watcher.query(
      'select count(*)::int as count from takes where taken_by = any($1)',
      [portsOf(pid)],
    );
    takenBy.push(taken[0].count);
  }
  return { seconds, ...rows[0], takenBy };
}
