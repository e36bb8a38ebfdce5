import type {
  Incident,
  IncidentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { toIncident } from '../../incidents/record/incidentRows';

/** An incident as it counts; undefined where there is none. @internal */
export async function readIncident(
  knex: Knex,
  { id, source }: IncidentKey,
): Promise<Incident | undefined> {
  const row = await knex('incidents')
    .where({ source, incident_id: id })
    .first();
  return row && toIncident(row);
}
