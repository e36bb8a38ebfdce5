import type {
  Incident,
  IncidentKey,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { whereAllVisible } from '../../permissions/whereVisible';
import { isBySource } from '../record/IncidentProposal';
import { keyText } from '../record/IncidentRecord';
import { toIncident } from '../record/incidentRows';
import { readProposals } from '../record/proposalsTable';
import { readAsked } from './readAsked';

/**
 * Where an incident stands in the list.
 *
 * @internal
 */
export type IncidentPosition = Pick<Incident, 'id' | 'source' | 'startedAt'>;

/**
 * A stretch of the list, the newest first.
 *
 * @internal
 */
export interface IncidentStretch {
  /** Conditions on the entity it was reported on; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  entityRef?: string;
  open?: boolean;
  pending?: boolean;
  /** Only what comes after. */
  after?: IncidentPosition;
  /** How many rows are passed over; none unless told. */
  skip?: number;
  limit: number;
}

/**
 * The read model of incidents that were reported on entities in scope.
 *
 * @internal
 */
export class IncidentQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): IncidentQueries {
    return new IncidentQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get({ id, source }: IncidentKey): Promise<Incident | undefined> {
    const row = await this.#joined()
      .where({ 'incidents.source': source, 'incidents.incident_id': id })
      .first('incidents.*');
    return row && toIncident(row);
  }

  /** Keyset paging: as quick on the last page as on the first. */
  async list(stretch: IncidentStretch): Promise<Incident[]> {
    const query = this.#joined();
    whereWanted(query, stretch);
    const rows = await query
      .select('incidents.*')
      .orderBy([
        { column: 'incidents.started_at', order: 'desc' },
        { column: 'incidents.source', order: 'desc' },
        { column: 'incidents.incident_id', order: 'desc' },
      ])
      .offset(stretch.skip ?? 0)
      .limit(stretch.limit);
    return rows.map(toIncident);
  }

  /** The incidents with what is undecided about them. */
  async viewsOf(incidents: readonly Incident[]): Promise<RecordedIncident[]> {
    const pending = await readProposals(this.#knex, incidents, {
      pendingOnly: true,
    });
    const asked = await readAsked(
      this.#knex,
      incidents.filter(incident => pending.has(keyText(incident))),
    );
    return incidents.map(incident => {
      const proposals = pending.get(keyText(incident)) ?? [];
      return {
        ...incident,
        affected: incident.affected && [...incident.affected],
        irreversible: incident.irreversible ?? false,
        disputed: !proposals.every(isBySource),
        proposals: proposals.map(
          ({ field, id, proposedAt, proposedBy, reason, value }) => ({
            id,
            field,
            value,
            reason,
            proposedBy,
            proposedAt,
            proposalId: asked.get(id),
          }),
        ),
      };
    });
  }

  #joined(): Knex.QueryBuilder {
    return this.#knex('incidents')
      .join('entities', 'entities.entity_ref', 'incidents.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'incidents.entity_ref',
      )
      .where('entities.in_scope', true);
  }
}

function whereWanted(query: Knex.QueryBuilder, stretch: IncidentStretch): void {
  const { after, entityRef, open, pending, visible } = stretch;
  whereAllVisible(query, visible);
  if (entityRef !== undefined) {
    query.andWhere(inner => {
      inner
        .where('incidents.entity_ref', entityRef)
        .orWhere('incidents.caused_by', entityRef);
    });
  }
  if (open !== undefined) {
    query[open ? 'whereNull' : 'whereNotNull']('incidents.resolved_at');
  }
  if (pending !== undefined) {
    query[pending ? 'whereExists' : 'whereNotExists'](proposals => {
      proposals
        .from('incident_proposals as p')
        .select(proposals.client.raw('1'))
        .whereRaw('p.source = incidents.source')
        .whereRaw('p.incident_id = incidents.incident_id')
        .whereNull('p.decided_at');
    });
  }
  if (after) {
    query.whereRaw(
      '(incidents.started_at, incidents.source, incidents.incident_id) < (?, ?, ?)',
      [after.startedAt, after.source, after.id],
    );
  }
}
