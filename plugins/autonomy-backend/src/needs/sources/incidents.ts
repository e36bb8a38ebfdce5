import {
  incidentReviewDueAt,
  SEVERITIES,
  type CompiledPolicy,
  type Need,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { toIncident } from '../../incidents/record/incidentRows';
import { entityOf, policyOf, withEntity } from '../needRows';
import type { NeedsQuestion, NeedsSource } from '../NeedsSource';
import { readSome } from '../readSome';

/** Who answers for an incident; no entity where it is `external`. */
const CAUSE = 'coalesce(incidents.caused_by, incidents.entity_ref)';

/**
 * Incidents that owe a review, and those about which something waits for a board.
 *
 * @internal
 */
export function incidentNeeds(options: {
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex, policy } = options;

  /** Parts of one incident are reviewed together. */
  const unreviewed = ({ now, scope }: NeedsQuestion) => {
    const { reviews, trust } = policy.policy;
    return withEntity(
      knex('incidents')
        .whereIn(knex.client.raw(CAUSE), scope.owned())
        // It may have been reported on an entity that is not the caller's to read.
        .whereIn('incidents.entity_ref', scope.visible()),
      CAUSE,
    )
      .whereNull('incidents.review')
      .whereNull('incidents.merged_into')
      .whereIn(
        'incidents.severity',
        SEVERITIES.slice(SEVERITIES.indexOf(reviews.severityFrom)),
      )
      .where('incidents.started_at', '>', now - trust.window)
      .andWhere(owing =>
        owing
          .whereNotNull('incidents.resolved_at')
          .orWhere('incidents.started_at', '<=', now - reviews.unresolvedAfter),
      )
      .orderByRaw(
        'coalesce(incidents.resolved_at, incidents.started_at), incidents.source, incidents.incident_id',
      )
      .select('incidents.*');
  };

  const undecided = ({ scope }: NeedsQuestion) =>
    withEntity(
      knex('incidents').whereIn('incidents.entity_ref', scope.decided()),
      'incidents.entity_ref',
    )
      .whereExists(pending =>
        pending
          .from('incident_proposals as pending')
          .select(knex.raw('1'))
          .whereRaw('pending.source = incidents.source')
          .whereRaw('pending.incident_id = incidents.incident_id')
          .whereNull('pending.decided_at'),
      )
      .select('incidents.title')
      .orderBy([
        'incidents.started_at',
        'incidents.source',
        'incidents.incident_id',
      ]);

  return async question => {
    const { limit } = question;
    const [reviews, decisions] = await Promise.all([
      readSome(unreviewed(question), limit),
      readSome(undecided(question), limit),
    ]);
    return [
      {
        kind: 'incident-review',
        count: reviews.count,
        items: reviews.rows.map((row): Need => {
          const incident = toIncident(row);
          return {
            kind: 'incident-review',
            as: 'owner',
            entity: entityOf(row),
            subject: incident.title,
            dueAt: incidentReviewDueAt(incident, policyOf(row, policy)),
          };
        }),
      },
      {
        kind: 'incident-undecided',
        count: decisions.count,
        items: decisions.rows.map(
          (row): Need => ({
            kind: 'incident-undecided',
            as: 'board',
            entity: entityOf(row),
            subject: row.title,
          }),
        ),
      },
    ];
  };
}
