import { progress } from '../../../tests/resilience/lib/runTest.mjs';
import { peakMemory } from '../counters.mjs';
import { inRounds, median } from '../rounds.mjs';
import { changeFacts } from '../seed.mjs';
import { untilEvaluated, wake } from '../suite.mjs';

/** W1: everything changed; all is evaluated and stored. */
export async function fullEvaluation(context) {
  const { components, counters, limit, profile, rounds, suite, watcher } =
    context;
  const once = async () => {
    const { mark } = await changeFacts(watcher);
    peakMemory(suite.pid);
    await suite.eventLoop();
    const counted = await counters.count(async () => {
      await mark();
      const begun = performance.now();
      await wake(suite);
      await untilEvaluated(watcher, components);
      return (performance.now() - begun) / 1_000;
    });
    const figures = {
      ...counted,
      value: counted.result,
      peakMb: peakMemory(suite.pid),
      eventLoop: await suite.eventLoop(),
    };
    figures.toldSeconds = await untilTold(watcher);
    return figures;
  };
  const found = await inRounds({
    name: 'W1',
    limit: () => limit.upsert(),
    ours: once,
    rounds,
  });
  const copySeconds = await limit.copy();
  if (profile) {
    await suite.startProfile();
    await once();
    const where = await suite.stopProfile();
    progress(JSON.stringify(where, undefined, 1));
    context.profiles.W1 = where;
  }
  const of = read => median(found.counted.map(({ ours }) => read(ours)));
  const { written } = found.counted.at(-1).ours;
  // To mark them was not the suite's doing.
  written.evaluation_queue -= components;
  return {
    figures: {
      seconds: found.ours,
      limitSeconds: found.limit,
      copySeconds,
      ratio: found.ratio,
      dropped: found.dropped,
      perSecond: components / found.ours.median,
      statements: of(({ statements }) => statements),
      statementsEach: of(({ statements }) => statements) / components,
      transactions: of(({ transactions }) => transactions),
      written,
      walBytesEach: of(({ walBytes }) => walBytes) / components,
      pageImages: of(({ pageImages }) => pageImages),
      peakMb: of(({ peakMb }) => peakMb),
      eventLoopP99: of(({ eventLoop }) => eventLoop.p99),
      eventLoopMax: of(({ eventLoop }) => eventLoop.max),
      toldSeconds: of(({ toldSeconds }) => toldSeconds),
      busiest: found.counted.at(-1).ours.busiest,
    },
    lines: [
      ['W1', 'full evaluation, all changed: time', found.ratio, 'x limit', 3],
      [
        'W1',
        'statements for each entity',
        of(({ statements }) => statements) / components,
        '',
        0.02,
      ],
      ['W9', 'event loop p99 in W1', of(each => each.eventLoop.p99), 'ms', 20],
      [
        'W9',
        'event loop longest in W1',
        of(each => each.eventLoop.max),
        'ms',
        50,
      ],
    ],
  };
}

/** What changed is told to others meanwhile and afterwards. */
async function untilTold(watcher) {
  const begun = performance.now();
  for (;;) {
    const { rows } = await watcher.query(
      'select exists (select from outbox where due_at is not null) as waits',
    );
    if (!rows[0].waits) return (performance.now() - begun) / 1_000;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
