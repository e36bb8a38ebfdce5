import type {
  BatchItemResult,
  BatchResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Failure } from '../Failure';
import type { ItemError, ReadItem } from '../input';
import type { BackendClient } from './BackendClient';

/**
 * What became of a batch.
 *
 * @internal
 */
export interface BatchOutcome {
  stored: number;
  unchanged: number;
  rejected: number;
  /** One for each item that was rejected. */
  errors: ItemError[];
}

/**
 * Sends batches of one kind to one route.
 *
 * @internal
 */
export class BatchSender {
  readonly #client: Pick<BackendClient, 'post'>;
  readonly #field: string;
  readonly #path: string;

  /**
   * @param options - `field`: of the request that holds the items
   */
  static create(options: {
    client: Pick<BackendClient, 'post'>;
    path: string;
    field: string;
  }): BatchSender {
    return new BatchSender(options);
  }

  private constructor(options: Parameters<typeof BatchSender.create>[0]) {
    this.#client = options.client;
    this.#field = options.field;
    this.#path = options.path;
  }

  /**
   * @throws Failure (input, not-authorised, backend): the batch may have been stored or not
   */
  async send(batch: readonly ReadItem[]): Promise<BatchOutcome> {
    const { body } = await this.#client.post(this.#path, {
      [this.#field]: batch.map(({ item }) => item),
    });
    if (!isBatchResponse(body, batch.length)) {
      throw new Failure(
        'input',
        `POST ${
          this.#path
        } was answered by something else than results; is --url the backend?`,
      );
    }
    const { rejected, results, stored, unchanged } = body;
    return { stored, unchanged, rejected, errors: errorsOf(batch, results) };
  }
}

function isBatchResponse(body: any, length: number): body is BatchResponse {
  return (
    Array.isArray(body?.results) &&
    body.results.length === length &&
    [body.stored, body.unchanged, body.rejected].every(Number.isInteger)
  );
}

function errorsOf(
  batch: readonly ReadItem[],
  results: readonly BatchItemResult[],
): ItemError[] {
  return results
    .filter(({ status }) => status === 'rejected')
    .map(({ error, index }) => ({
      ...batch[index].origin,
      field: String(error?.field ?? ''),
      message: String(error?.message ?? 'rejected'),
    }));
}
