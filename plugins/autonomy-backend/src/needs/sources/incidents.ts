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
 * Incidents that owe a review.
 *
 * @internal
 */
export function incidentNeeds(options: {
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex, policy } = options;
  const kind = 'incident-review';

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

  return async question => {
    const { count, rows } = await readSome(
      unreviewed(question),
      question.limit,
    );
    const items = rows.map((row): Need => {
      const incident = toIncident(row);
      return {
        kind,
        as: 'owner',
        entity: entityOf(row),
        subject: incident.title,
        dueAt: incidentReviewDueAt(incident, policyOf(row, policy)),
      };
    });
    return [{ kind, count, items }];
  };
}
