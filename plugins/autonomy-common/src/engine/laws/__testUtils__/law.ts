import fc from 'fast-check';

const RUNS = Number(process.env.LAW_RUNS ?? 10_000);
/** Where the generators start; printed with every law. */
export const SEED = Number(process.env.LAW_SEED ?? Date.now() % 2 ** 31);

/**
 * Tries a law of the model, section 16, on generated inputs. A failure names the seed and the
 * smallest counterexample; `LAW_SEED=… LAW_RUNS=…` repeats and prolongs a run.
 * @param share - of the runs, for a law whose every case is many evaluations
 */
export function holds<T>(
  inputs: fc.Arbitrary<T>,
  law: (input: T) => void,
  share: number = 1,
): void {
  const numRuns = Math.ceil(RUNS * share);
  fc.assert(fc.property(inputs, law), { numRuns, seed: SEED });
  const { currentTestName } = expect.getState();
  process.stdout.write(`${currentTestName}: ${numRuns} cases, seed ${SEED}\n`);
}
