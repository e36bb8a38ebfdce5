import type { Origin } from './Entry';
import type { Input } from './Input';
import type { Mistake } from '../evidence';

/**
 * Reads everything that can be read twice from end to end, so that nothing is sent of a file that
 * breaks off.
 *
 * @param onUnreadable - told of every place where there is no item
 * @returns how many items there are; undefined if something can be read only once
 * @throws Failure (input)
 * @internal
 */
export async function surveyInputs(
  inputs: readonly Input[],
  onUnreadable: (origin: Origin, mistake: Mistake) => void,
): Promise<number | undefined> {
  let total = 0;
  for (const input of inputs.filter(({ isRepeatable }) => isRepeatable)) {
    for await (const { origin, unreadable } of input.read()) {
      total++;
      if (unreadable) {
        onUnreadable(origin, unreadable);
      }
    }
  }
  return inputs.every(({ isRepeatable }) => isRepeatable) ? total : undefined;
}
