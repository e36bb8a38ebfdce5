import type { Response } from 'express';
import { TooManyRequestsError } from './TooManyRequestsError';

/**
 * Does something, and tells whoever asks too often when to come again.
 *
 * @internal
 */
export async function withRetryAfter<T>(
  response: Pick<Response, 'set'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooManyRequestsError) {
      response.set('retry-after', String(error.retryAfter));
    }
    throw error;
  }
}
