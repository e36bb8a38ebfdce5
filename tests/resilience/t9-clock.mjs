// T9: the clock of the database counts, whatever the clocks of the processes say and however it is set.
// usage: ./run node tests/resilience/t9-clock.mjs [--components 20] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClockCase } from './lib/clockCase.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { createChecks, progress, runTest } from './lib/runTest.mjs';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BERLIN = 'Europe/Berlin';
/** After the clock was set. */
const CALM_MS = 5_000;

/** `processes`: by how much the clock of each is wrong; `starts`: what the database shows at first. */
const CASES = [
  { name: 'minutes', processes: [10 * MINUTE, -10 * MINUTE] },
  { name: 'days', processes: [DAY, -DAY], isSwapped: true },
  { name: 'leap_day', processes: [0], starts: '2028-02-28T23:59:40Z' },
  {
    name: 'summer_ends',
    processes: [0],
    starts: '2026-10-25T00:59:40Z',
    zone: BERLIN,
  },
  {
    name: 'summer_begins',
    processes: [0],
    starts: '2027-03-28T00:59:40Z',
    zone: BERLIN,
  },
];
/** When two events happened at once; past in all of them. */
const TIED_AT = Date.parse('2026-10-01T12:00:00.500Z');
/** A clock that was ahead and is set right, is ahead again, and is a day behind. */
const STEPS = [0, 10 * MINUTE, -DAY];

await runTest({
  name: 't9-clock',
  defaults: { components: 20 },
  minutes: 30,
  async test(options) {
    const checks = createChecks();
    const postgres = await startPostgres(options);
    const latest = [];
    const tied = [];
    for (const each of CASES) {
      const clockCase = await createClockCase({
        ...options,
        ...each,
        checks,
        postgres,
      });
      latest.push(await clockCase.passTime());
      await clockCase.checkSignatures();
      tied.push(await clockCase.tie({ at: TIED_AT, ...each }));
      await clockCase.expectCalm();
      await clockCase.stop();
      progress(`${each.name}: at the latest ${latest.at(-1)} ms late`);
    }
    checks.expect(
      new Set(tied.map(row => JSON.stringify(row))).size === 1,
      `of events of one instant another one won: ${JSON.stringify(tied)}`,
    );
    const slowest = await stepBackwards({ ...options, checks, postgres });
    return {
      cases: CASES.length + 1,
      latestMs: Math.max(...latest),
      slowestAfterStepMs: slowest,
      breaches: checks.breaches,
    };
  },
});

/** @returns the longest wait for a result after the clock was set, in milliseconds */
async function stepBackwards(options) {
  const clockCase = await createClockCase({
    ...options,
    name: 'backwards',
    processes: [0, 0],
    aheadMs: 10 * MINUTE,
  });
  await clockCase.passTime();
  let slowest = 0;
  for (const shift of STEPS) {
    await clockCase.clock.shift(shift);
    slowest = Math.max(slowest, await clockCase.incidentShows());
    await sleep(CALM_MS);
    await clockCase.expectCalm();
    progress(`set to ${shift} ms: ${slowest} ms`);
  }
  await clockCase.stop();
  return slowest;
}
