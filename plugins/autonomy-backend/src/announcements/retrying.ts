import { inTime } from '../tasks/inTime';

/** For how long what was taken is a worker's own. */
export const LEASE_MS = 30_000;
/** Nothing is begun later than that after it was taken, so that all is over within the lease. */
export const BEGIN_WITHIN_MS = 15_000;
/** Whoever takes longer is taken for failed; a group of a thousand people takes some seconds. */
const DEADLINE_MS = 10_000;
/** Together some three hours, which outlives most outages. */
export const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 1_000;
export const LONGEST_PAUSE_MS = 3_600_000;

/**
 * How long to wait after a failed attempt.
 *
 * @param attempts - how many there were
 * @returns milliseconds
 * @internal
 */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** attempts);
}

/**
 * Tells somebody outside, without waiting forever.
 *
 * @throws Error where it failed or took too long
 * @internal
 */
export async function tell(act: () => Promise<void>): Promise<void> {
  await inTime(act(), DEADLINE_MS);
}

/**
 * Handles items, some at a time.
 *
 * @internal
 */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  handle: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) {
        await handle(item);
      }
    }),
  );
}
