import { createCounters, peakMemory } from '../counters.mjs';
import { inRounds, median } from '../rounds.mjs';
import { RUNNER, startRunner } from '../runner/runner.mjs';

/** How far the search is; it writes that of itself. */
const BOOKKEEPING = ['evaluation_sweep'];

/**
 * W2: nothing changed; everything is evaluated and compared, by the suite's own search for missed changes without its
 * rests, in a process of its own.
 */
export async function unchangedEvaluation(context) {
  const { components, limit, profile, results, rounds, watcher } = context;
  const runner = await startRunner(context);
  const counters = createCounters({
    watcher,
    role: RUNNER,
    pids: [runner.pid],
  });
  const once = async () => {
    peakMemory(runner.pid);
    const counted = await counters.count(() => runner.run('sweep'));
    const { seconds: value, ...result } = counted.result;
    return { ...counted, ...result, value, peakMb: peakMemory(runner.pid) };
  };
  const { counted, ...found } = await inRounds({
    name: 'W2',
    limit: () => limit.readHashes(),
    ours: once,
    rounds,
  });
  if (profile) {
    const profiled = await runner.run('sweep', { withProfile: true });
    context.profiles.W2 = profiled.profile;
  }
  await runner.stop();
  const of = read => median(counted.map(({ ours }) => read(ours)));
  const rowsOf = ({ written }) =>
    Object.entries(written)
      .filter(([table]) => !BOOKKEEPING.includes(table))
      .reduce((sum, [, count]) => sum + count, 0);
  const { busiest, written } = counted.at(-1).ours;
  const w1 = results.W1?.figures.changed.seconds.median;
  return {
    figures: {
      seconds: found.ours,
      limitSeconds: found.limit,
      ratio: found.ratio,
      cpuMsEach: (1_000 * of(each => each.cpuSeconds)) / components,
      statementsEach: of(each => each.statements) / components,
      missed: of(each => each.missed),
      written,
      walBytes: of(each => each.walBytes),
      peakMb: of(each => each.peakMb),
      eventLoopP99: of(each => each.eventLoop.p99),
      eventLoopMax: Math.max(...counted.map(({ ours }) => ours.eventLoop.max)),
      busiest,
    },
    lines: [
      ['W2', 'full evaluation, nothing changed: rows', of(rowsOf), 'rows', 0],
      ['W2', 'WAL', of(each => each.walBytes) / 1_000, 'kB', 16],
      ['W2', 'time', w1 && found.ours.median / w1, 'x W1', 0.5],
      [
        'W9',
        'event loop longest in W2',
        Math.max(...counted.map(({ ours }) => ours.eventLoop.max)),
        'ms',
        50,
      ],
    ],
  };
}
