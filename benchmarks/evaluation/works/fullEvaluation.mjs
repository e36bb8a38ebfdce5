import { peakMemory } from '../counters.mjs';
import { changeFacts } from '../data/changeFacts.mjs';
import { inRounds, median } from '../rounds.mjs';
import { untilEvaluated, wake } from '../suite.mjs';

/**
 * W1: all is evaluated and stored, once because a fact of each component changed, with the events, the history and
 * the announcements that follow, and once because there is a new release, with the same words as before.
 */
export async function fullEvaluation(context) {
  const { components, limit, profiled, watcher } = context;
  const changed = await measure(context, 'changed', () => changeFacts(watcher));
  const release = await measure(context, 'new release', () =>
    newRelease(watcher),
  );
  await profiled('W1', () => evaluateAll(context, () => changeFacts(watcher)));
  const figures = {
    changed,
    release,
    limitOfSmallRows: await limit.upsertSmall(),
    limitOfCopy: await limit.copy(),
  };
  return {
    figures,
    lines: [
      ['W1', 'full evaluation, all changed: time', changed.ratio, 'x limit', 3],
      ['W1', 'full evaluation, new release: time', release.ratio, 'x limit', 3],
      [
        'W1',
        'full evaluation, all changed: time, of rows with 507 bytes',
        changed.seconds.median / figures.limitOfSmallRows,
        'x limit',
        3,
      ],
      ...[
        ['all changed', changed],
        ['new release', release],
      ].map(([why, { statements }]) => [
        'W1',
        `statements for each component, ${why}`,
        statements / components,
        '',
        0.02,
      ]),
      ['W9', 'event loop p99 in W1', changed.eventLoopP99, 'ms', 20],
      ['W9', 'event loop longest in W1', changed.eventLoopMax, 'ms', 50],
    ],
  };
}

async function measure(context, name, prepare) {
  const { components, limit, rounds } = context;
  const { counted, ...found } = await inRounds({
    name: `W1 ${name}`,
    limit: () => limit.upsert(),
    ours: () => evaluateAll(context, prepare),
    rounds,
  });
  const of = read => median(counted.map(({ ours }) => read(ours)));
  const { busiest, written } = counted.at(-1).ours;
  return {
    seconds: found.ours,
    limitSeconds: found.limit,
    ratio: found.ratio,
    dropped: found.dropped,
    perSecond: components / found.ours.median,
    cpuMsEach: (1_000 * of(each => each.cpuSeconds)) / components,
    databaseMsEach: of(each => each.databaseMs) / components,
    statements: of(each => each.statements),
    transactions: of(each => each.transactions),
    written,
    walBytesEach: of(each => each.walBytes) / components,
    pageImages: of(each => each.pageImages),
    peakMb: of(each => each.peakMb),
    eventLoopP99: of(each => each.eventLoop.p99),
    eventLoopMax: Math.max(...counted.map(({ ours }) => ours.eventLoop.max)),
    toldSeconds: of(each => each.toldSeconds),
    busiest,
  };
}

async function evaluateAll({ components, counters, suite, watcher }, prepare) {
  const { mark } = await prepare();
  await watcher.query('vacuum analyze');
  peakMemory(suite.pid);
  await suite.eventLoop();
  const { result, ...counted } = await counters.count(async () => {
    await mark();
    const begun = performance.now();
    await wake(suite);
    await untilEvaluated(watcher, components);
    return (performance.now() - begun) / 1_000;
  });
  const eventLoop = await suite.eventLoop();
  const toldSeconds = await untilTold(watcher);
  return {
    ...counted,
    value: result,
    peakMb: peakMemory(suite.pid),
    eventLoop,
    toldSeconds,
  };
}

/** Results are as if they had been made by another release, so each is made and written anew. */
async function newRelease(watcher) {
  await watcher.query("update evaluations set made_with = ''");
  return {
    mark: () =>
      watcher.query(
        `update evaluation_queue set version = version + 1, attempts = 0, due_at = now, asked_at = now
          from (select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now) clock`,
      ),
  };
}

/** What changed is told to others meanwhile and afterwards; seconds. */
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
