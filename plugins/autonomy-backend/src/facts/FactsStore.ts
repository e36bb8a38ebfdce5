import type { CollectedFacts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvidenceStore } from '../ingestion';
import type { FactItem } from './factItemSchema';

/**
 * What collectors say about entities, and what they said before.
 *
 * @internal
 */
export interface FactsStore extends EvidenceStore<FactItem, CollectedFacts> {
  /**
   * Former versions of facts, by entity ref.
   *
   * @param since - UTC milliseconds; leaves out what had been replaced by then
   */
  readHistory(
    entityRefs: readonly string[],
    since?: number,
  ): Promise<Map<string, CollectedFacts[]>>;
}
