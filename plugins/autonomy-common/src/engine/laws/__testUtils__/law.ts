import fc from 'fast-check';

const RUNS = Number(process.env.LAW_RUNS ?? 10_000);
/** Where the generators start; printed with every law. */
export const SEED = Number(process.env.LAW_SEED ?? Date.now() % 2 ** 31);

/**
 * Tries a law of the model, section 16, on generated inputs. A failure names the seed and the
 * smallest counterexample; `LAW_SEED=… LAW_RUNS=…` repeats and prolongs a run.
 */
export function holds<T>(
  inputs: fc.Arbitrary<T>,
  law: (input: T) => void,
): void {
  fc.assert(fc.property(inputs, law), { numRuns: RUNS, seed: SEED });
  const { currentTestName } = expect.getState();
  process.stdout.write(`${currentTestName}: ${RUNS} cases, seed ${SEED}\n`);
}
