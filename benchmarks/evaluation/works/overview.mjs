import { peakMemory } from '../counters.mjs';
import { closedLoop } from '../load.mjs';
import { inRounds, median } from '../rounds.mjs';

const CONNECTIONS = 8;
const COUNTED_PAGES = 50;
/** Sorted and filtered, with a hundred rows. */
const PAGE =
  '/api/autonomy/v1/entities?limit=100&orderBy=readiness&order=desc&type=service&minReadiness=20&level=1&level=2';
const EXPORT = '/api/autonomy/v1/entities.csv';

/** W5: the first page of the list, and all of it as a file. */
export async function overview(context) {
  const { components, counters, limit, profiled, rounds, seconds, suite } =
    context;
  const readPages = () =>
    closedLoop({
      backend: suite,
      connections: CONNECTIONS,
      seconds,
      paths: () => PAGE,
    });
  const page = await readPages();
  await profiled('W5 page', readPages);
  const pages = await counters.count(async () => {
    for (let n = 0; n < COUNTED_PAGES; n++) {
      await (await suite.send(PAGE)).arrayBuffer();
    }
  });
  const found = await inRounds({
    name: 'W5 export',
    limit: () => limit.readNarrow(),
    ours: async () => {
      peakMemory(suite.pid);
      await suite.eventLoop();
      const begun = performance.now();
      const answer = await suite.send(EXPORT);
      const text = await answer.text();
      const value = (performance.now() - begun) / 1_000;
      const refs = text
        .split('\r\n')
        .slice(1, -1)
        .map(line => line.split(',')[0]);
      const distinct = new Set(refs).size;
      if (refs.length !== components || distinct !== components) {
        throw new Error(
          `${refs.length} rows in the file, ${distinct} of them different, expected ${components}`,
        );
      }
      return {
        value,
        bytes: Buffer.byteLength(text),
        peakMb: peakMemory(suite.pid),
        eventLoop: await suite.eventLoop(),
      };
    },
    rounds,
  });
  const readFile = async () => {
    const answer = await suite.send(EXPORT);
    await answer.arrayBuffer();
  };
  const counted = await counters.count(readFile);
  await profiled('W5 export', readFile);
  const of = read => median(found.counted.map(({ ours }) => read(ours)));
  const megabytes = of(({ bytes }) => bytes) / 1_000_000;
  return {
    figures: {
      page: {
        ...page,
        statementsEach: pages.statements / COUNTED_PAGES,
        databaseMsEach: pages.databaseMs / COUNTED_PAGES,
        cpuMsEach: (1_000 * pages.cpuSeconds) / COUNTED_PAGES,
        busiest: pages.busiest,
      },
      export: {
        seconds: found.ours,
        limitSeconds: found.limit,
        ratio: found.ratio,
        megabytes,
        statements: counted.statements,
        peakMb: of(({ peakMb }) => peakMb),
        eventLoopP99: of(({ eventLoop }) => eventLoop.p99),
        eventLoopMax: of(({ eventLoop }) => eventLoop.max),
      },
    },
    lines: [
      ['W5', 'first page of the list, 8 at a time: p99', page.p99, 'ms', 15],
      ['W5', 'the whole list as a file: time', found.ratio, 'x limit', 3],
      [
        'W5',
        'its size for 10,000 entities',
        (megabytes * 10_000) / components,
        'MB',
        1.5,
      ],
      ['W9', 'event loop p99 in W5', of(each => each.eventLoop.p99), 'ms', 20],
      [
        'W5',
        'event loop longest in W5',
        of(each => each.eventLoop.max),
        'ms',
        25,
      ],
    ],
  };
}
