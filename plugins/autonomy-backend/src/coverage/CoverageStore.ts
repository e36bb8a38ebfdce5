import type { Coverage } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvidenceStore } from '../ingestion';

/**
 * When incident sources watched entities.
 *
 * @internal
 */
export interface CoverageStore extends EvidenceStore<Coverage> {
  readFor(entityRefs: readonly string[]): Promise<Map<string, Coverage[]>>;
}
