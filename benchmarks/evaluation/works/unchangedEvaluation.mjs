import { inRounds, median } from '../rounds.mjs';
import { runSource } from '../sources.mjs';

const BOOKKEEPING = ['evaluation_sweep'];

/** W2: nothing changed; everything is evaluated and compared. */
export async function unchangedEvaluation(context) {
  const { counters, limit, policyFile, postgres, profile, profiles, rounds } =
    context;
  const once = async () => {
    const counted = await counters.count(() =>
      runSource('sweepProcess.mjs', { postgres }, [
        policyFile,
        ...(profile ? ['profile'] : []),
      ]),
    );
    return { ...counted, value: counted.result.seconds };
  };
  const found = await inRounds({
    name: 'W2',
    limit: () => limit.readHashes(),
    ours: once,
    rounds,
  });
  const of = read => median(found.counted.map(({ ours }) => read(ours)));
  const last = found.counted.at(-1).ours;
  if (last.result.profile) profiles.W2 = last.result.profile;
  const rows = Object.entries(last.written)
    .filter(([table]) => !BOOKKEEPING.includes(table))
    .reduce((sum, [, count]) => sum + count, 0);
  const { checked } = last.result;
  return {
    figures: {
      seconds: found.ours,
      limitSeconds: found.limit,
      ratio: found.ratio,
      checked,
      missed: of(({ result }) => result.missed),
      statementsEach: of(({ statements }) => statements) / checked,
      written: last.written,
      walBytes: of(({ walBytes }) => walBytes),
      peakMb: of(({ result }) => result.peakMb),
      idleMb: of(({ result }) => result.idleMb),
      eventLoopP99: of(({ result }) => result.eventLoop.p99),
      eventLoopMax: of(({ result }) => result.eventLoop.max),
    },
    lines: [
      ['W2', 'full evaluation, nothing changed: rows written', rows, 'rows', 0],
      ['W2', 'WAL', of(({ walBytes }) => walBytes) / 1_000, 'kB', 16],
      [
        'W2',
        'time, of that of W1',
        context.results.W1 &&
          found.ours.median / context.results.W1.figures.seconds.median,
        'x W1',
        0.5,
      ],
    ],
  };
}
