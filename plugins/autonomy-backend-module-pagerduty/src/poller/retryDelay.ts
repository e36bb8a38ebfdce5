/** Whoever asks to wait for longer is asked again by the next poll. */
const MAX_DELAY_MS = 60_000;

/** `ratelimit-reset` is PagerDuty's own; both hold seconds. */
const DELAY_HEADERS = ['retry-after', 'ratelimit-reset'];

/**
 * How long to wait after an answer that was no success.
 *
 * @param attempt - 1 for the first
 * @returns milliseconds; nothing where it makes no sense to try again
 * @internal
 */
export function retryDelay(
  response: Response,
  attempt: number,
): number | undefined {
  if (response.status !== 429 && response.status < 500) {
    return undefined;
  }
  const seconds = DELAY_HEADERS.map(name => response.headers.get(name)).find(
    value => value !== null && /^\d{1,9}$/.test(value),
  );
  const delay = seconds ? Number(seconds) * 1_000 : 1_000 * 2 ** (attempt - 1);
  return delay <= MAX_DELAY_MS ? delay : undefined;
}
