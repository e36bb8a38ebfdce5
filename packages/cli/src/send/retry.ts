import pRetry, { AbortError } from 'p-retry';
import type { Failure } from '../Failure';

/** Whoever asks for a longer pause is better asked by a later run. */
const LONGEST_PAUSE_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * A failure that may pass.
 *
 * @internal
 */
export class Passing extends Error {
  readonly failure: Failure;
  /** Milliseconds that the backend asked to wait. */
  readonly pause: number;

  constructor(failure: Failure, pause: number = 0) {
    super(failure.message);
    this.failure = failure;
    this.pause = pause;
  }
}

/**
 * @internal
 */
export interface RetryOptions {
  /** After the first attempt. */
  retries: number;
  /** Milliseconds before the first repetition; twice as long before each further one. */
  firstWait: number;
  /** Told of each attempt that is going to be repeated. */
  onRetry?: (message: string) => void;
}

/**
 * Does something again for as long as it fails in a passing way, waiting ever longer, with jitter, and
 * at least as long as the backend asks.
 *
 * @throws Failure
 * @internal
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  { firstWait, onRetry, retries }: RetryOptions,
): Promise<T> {
  const guarded = async () => {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Passing && error.pause <= LONGEST_PAUSE_MS) {
        throw error;
      }
      throw new AbortError(error instanceof Error ? error : String(error));
    }
  };
  try {
    return await pRetry(guarded, {
      retries,
      minTimeout: firstWait,
      maxTimeout: LONGEST_WAIT_MS,
      randomize: true,
      onFailedAttempt: async error => {
        const { pause } = error as unknown as Passing;
        if (error.retriesLeft > 0) {
          onRetry?.(error.message);
          await new Promise(resolve => setTimeout(resolve, pause));
        }
      },
    });
  } catch (error) {
    throw error instanceof Passing ? error.failure : error;
  }
}

/**
 * @param header - Retry-After: seconds, or a date
 * @param now - UTC milliseconds
 * @returns milliseconds, 0 where it says nothing that can be understood
 * @internal
 */
export function readRetryAfter(header: string | null, now: number): number {
  if (header === null || header.trim() === '') {
    return 0;
  }
  const pause = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(/GMT$/.test(header) ? header : '') - now;
  return Math.max(0, pause || 0);
}
