import { runSource } from '../sources.mjs';

const SHARES = [0, 10, 1_000];
/** What follows is the same for each component, and a day of hourly reports takes its time. */
const COMPONENTS_AT_MOST = 2_000;

/** W10: a day of hourly reports in which 0, 1 and 100 % change; bytes that stay. */
export async function aDay(context) {
  const { components, counters, policyFile, postgres, suite, watcher } =
    context;
  if (components > COMPONENTS_AT_MOST) return { figures: {}, lines: [] };
  await suite.kill();
  const figures = {};
  let now = Date.now();
  for (const thousandths of SHARES) {
    const before = await sizes(watcher);
    const counted = await counters.count(() =>
      runSource('hoursProcess.mjs', { postgres }, [
        policyFile,
        ...[components, thousandths, now].map(String),
      ]),
    );
    now = counted.result.until;
    const after = await sizes(watcher);
    figures[`${thousandths / 10} %`] = {
      ...counted.result,
      grownBytes: after.all - before.all,
      grownBytesOfResults: after.results - before.results,
      grownBytesEachChange:
        counted.result.changed &&
        (after.all - before.all) / counted.result.changed,
      written: counted.written,
      walBytes: counted.walBytes,
    };
  }
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
      where schemaname = 'public' and relname <> 'benchmark_facts'`,
  );
  const sum = found => found.reduce((all, { bytes }) => all + bytes, 0);
  return {
    all: sum(rows),
    results: sum(
      rows.filter(({ relname }) => relname.startsWith('evaluation')),
    ),
  };
}
