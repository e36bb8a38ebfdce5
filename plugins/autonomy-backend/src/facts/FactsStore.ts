import type { CollectedFacts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvidenceStore } from '../ingestion';
import type { FactItem } from './factItemSchema';

/**
 * The latest facts of each collector for each entity.
 *
 * @internal
 */
export interface FactsStore extends EvidenceStore<FactItem> {
  readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, CollectedFacts[]>>;
}
