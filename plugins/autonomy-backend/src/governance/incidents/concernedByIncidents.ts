import type {
  Incident,
  IncidentKey,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import { concerned, keyText, lockIncidents } from '../../incidents';
import { toIncident } from '../../incidents/record/incidentRows';

const CHUNK = 200;

/** Incidents as they count, by `keyText`. */
async function readIncidents(
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

/** The incident that a proposal is about, if it is about one. */
function keysOf(content: ProposalContent): IncidentKey[] {
  return content.matter === 'incident' || content.matter === 'bypass'
    ? [{ source: content.source, id: content.incidentId }]
    : [];
}

/** Locks an incident. @returns refs of the entities that it concerns; none where it is not known @internal */
export async function lockConcerned(
  trx: Knex.Transaction,
  key: IncidentKey,
): Promise<string[]> {
  const record = (await lockIncidents(trx, [key])).get(keyText(key));
  return record ? concerned(record.incident) : [];
}

/**
 * Refs of the entities that the incidents of proposals concern, in the order of the contents.
 *
 * @param isMeant - whether it matters to them
 * @internal
 */
export async function readConcerned(
  knex: Knex,
  contents: readonly ProposalContent[],
  isMeant: (content: ProposalContent, incident: Incident) => boolean,
): Promise<string[][]> {
  const incidents = await readIncidents(knex, contents.flatMap(keysOf));
  return contents.map(content =>
    keysOf(content).flatMap(key => {
      const incident = incidents.get(keyText(key));
      return incident && isMeant(content, incident) ? concerned(incident) : [];
    }),
  );
}
