import { createCounters } from '../counters.mjs';
import { RUNNER, startRunner } from '../runner/runner.mjs';

const SHARES = [0, 10, 1_000];
/** What follows is the same for each component, and a day of hourly reports takes its time. */
const COMPONENTS_AT_MOST = 2_000;

/** The benchmark's own, and what is told to others, which nobody does here: its rows would be gone. */
const NOT_COUNTED = ['benchmark_changes', 'outbox'];

/** W10: a day of hourly reports in which 0, 1 and 100 % change; bytes that stay. Ends the backend. */
export async function aDay(context) {
  const { components, suite, watcher } = context;
  if (components > COMPONENTS_AT_MOST) return { figures: {}, lines: [] };
  await suite.kill();
  const runner = await startRunner(context);
  const counters = createCounters({
    watcher,
    role: RUNNER,
    pids: [runner.pid],
  });
  const figures = {};
  let from = Date.now();
  for (const thousandths of SHARES) {
    const before = await sizes(watcher);
    const counted = await counters.count(() =>
      runner.run('reportHourly', { from, thousandths }),
    );
    const { until, ...tally } = counted.result;
    from = until;
    const after = await sizes(watcher);
    figures[`${thousandths / 10} %`] = {
      ...tally,
      grownBytes: after.all - before.all,
      grownBytesByTable: Object.fromEntries(
        Object.entries(after.tables)
          .map(([table, bytes]) => [table, bytes - (before.tables[table] ?? 0)])
          .filter(([, bytes]) => bytes !== 0),
      ),
      grownBytesEachChange:
        tally.changed && (after.all - before.all) / tally.changed,
      written: counted.written,
      walBytes: counted.walBytes,
    };
  }
  await runner.stop();
  return {
    figures,
    lines: [
      [
        'W10',
        'a day of hourly reports without change: growth',
        figures['0 %'].grownBytes / components,
        'bytes a component',
        0,
      ],
    ],
  };
}

/** Of what is alive, in bytes. */
async function sizes(watcher) {
  await watcher.query('vacuum full');
  const { rows } = await watcher.query(
    `select relname, pg_total_relation_size(relid)::float8 as bytes from pg_stat_user_tables
      where schemaname = 'public' and relname <> all ($1)`,
    [NOT_COUNTED],
  );
  return {
    all: rows.reduce((sum, { bytes }) => sum + bytes, 0),
    tables: Object.fromEntries(
      rows.map(({ bytes, relname }) => [relname, bytes]),
    ),
  };
}
