import type {
  Incident,
  IncidentKey,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import { keyText } from '../../incidents';
import { toIncident } from '../../incidents/record/incidentRows';

const CHUNK = 200;

/** Incidents as they count, by `keyText`. @internal */
export async function readIncidents(
  knex: Knex,
  keys: readonly IncidentKey[],
): Promise<Map<string, Incident>> {
  const found = new Map<string, Incident>();
  for (const chunk of inChunks(keys, CHUNK)) {
    const rows = await knex('incidents').whereIn(
      ['source', 'incident_id'],
      chunk.map(({ id, source }) => [source, id]),
    );
    for (const row of rows) {
      const incident = toIncident(row);
      found.set(keyText(incident), incident);
    }
  }
  return found;
}

/** The incident that a proposal is about, if it is about one. @internal */
export function keysOf(content: ProposalContent): IncidentKey[] {
  return content.matter === 'incident' || content.matter === 'bypass'
    ? [{ source: content.source, id: content.incidentId }]
    : [];
}
