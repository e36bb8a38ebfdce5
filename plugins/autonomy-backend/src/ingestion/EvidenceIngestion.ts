import type { BatchResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Takes in one kind of evidence, in batches.
 *
 * @internal
 */
export interface EvidenceIngestion {
  /** Stores the items that are well-formed and says of each what became of it. */
  ingest(items: readonly unknown[]): Promise<BatchResponse>;
}
