/**
 * Somebody asks for the same too often; they may come again.
 *
 * @internal
 */
export class TooManyRequestsError extends Error {
  readonly name = 'TooManyRequestsError';
  readonly statusCode = 429;
  /** Whole seconds, as the header has it. */
  readonly retryAfter: number;

  /**
   * @param readyIn - in how many milliseconds they may
   */
  constructor(readyIn: number) {
    const seconds = Math.ceil(readyIn / 1_000);
    super(`Too many requests: expected none for ${seconds} s`);
    this.retryAfter = seconds;
  }
}
