import type { BatchResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Request, Response } from 'express';

/**
 * Answers a batch: 200 if every item was accepted, 207 if some were, 400 if none was. A batch never
 * half-fails in silence, and its results come with every answer.
 *
 * @internal
 */
export function sendBatch(
  request: Request,
  response: Response,
  batch: BatchResponse,
): void {
  const accepted = batch.stored + batch.unchanged;
  if (accepted > 0) {
    response.status(batch.rejected > 0 ? 207 : 200).json(batch);
    return;
  }
  const [{ error }] = batch.results;
  response.status(400).json({
    error: {
      name: 'InputError',
      message: `No item was accepted; the first: ${error?.field}: ${error?.message}`,
    },
    request: { method: request.method, url: request.originalUrl },
    response: { statusCode: 400 },
    ...batch,
  });
}
