import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvidenceStore } from '../ingestion';
import type { IncidentItem } from './incidentItemSchema';

/**
 * @internal
 */
export interface IncidentsStore extends EvidenceStore<IncidentItem> {
  /** All incidents that were reported on the entities. */
  readFor(entityRefs: readonly string[]): Promise<Map<string, Incident[]>>;
}
