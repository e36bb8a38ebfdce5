import { InputError } from '@backstage/errors';
import { daysBefore } from './days';
import type { Period } from './HistoryQueries';

/**
 * The period that is asked for.
 *
 * @param defaults - `days`: how long it is unless told; `now` in UTC milliseconds
 * @throws InputError where it ends before it begins
 * @internal
 */
export function periodOf(
  request: { from?: number; to?: number },
  defaults: { days: number; now: number },
): Period {
  const to = request.to ?? defaults.now;
  const from = request.from ?? daysBefore(to, defaults.days);
  if (from > to) {
    const [begin, end] = [from, to].map(each => new Date(each).toISOString());
    throw new InputError(
      `Invalid from: expected an instant that is not after ${end}, found ${begin}`,
    );
  }
  return { from, to };
}
