import type { ReadItem } from './Entry';
import { MAX_BATCH_BYTES } from './limits';

/**
 * Groups items so that each group fits into one request.
 *
 * @internal
 */
export async function* inBatches(
  items: AsyncIterable<ReadItem>,
  maxItems: number,
): AsyncGenerator<ReadItem[]> {
  let batch: ReadItem[] = [];
  let bytes = 0;
  for await (const item of items) {
    // The comma counts.
    const size = Buffer.byteLength(JSON.stringify(item.item)) + 1;
    if (
      batch.length === maxItems ||
      (batch.length > 0 && bytes + size > MAX_BATCH_BYTES)
    ) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) {
    yield batch;
  }
}
