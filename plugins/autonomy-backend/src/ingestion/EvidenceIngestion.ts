import type { BatchResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Takes in one kind of evidence, in batches.
 *
 * @internal
 */
export interface EvidenceIngestion {
  /**
   * Stores the items that are well-formed and says of each what became of it.
   *
   * @throws NotAllowedError where the caller may not report
   */
  ingest(
    items: readonly unknown[],
    options: { credentials: BackstageCredentials },
  ): Promise<BatchResponse>;
}
