import type { Need } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { entityOf, withEntity } from '../needRows';
import type { NeedsSource } from '../NeedsSource';
import { readSome } from '../readSome';

/**
 * Drafts of recalibration plans that the team has not signed. What the board has not signed is a proposal.
 *
 * @internal
 */
export function planNeeds(options: { knex: Knex }): NeedsSource {
  const { knex } = options;
  const kind = 'plan-unsigned';

  return async ({ limit, now, scope }) => {
    const query = withEntity(
      knex('plans').whereIn('plans.entity_ref', scope.owned()),
      'plans.entity_ref',
    )
      .whereNull('plans.signed_at')
      .whereNull('plans.team_signed_at')
      .whereNull('plans.withdrawn_at')
      .where('plans.ends_at', '>', now)
      .orderBy(['plans.starts_at', 'plans.id'])
      .select('plans.id', 'plans.title as plan_title', 'plans.starts_at');
    const { count, rows } = await readSome(query, limit);
    const items = rows.map(
      (row): Need => ({
        kind,
        as: 'owner',
        entity: entityOf(row),
        subject: row.plan_title,
        ref: row.id,
        dueAt: Number(row.starts_at),
      }),
    );
    return [{ kind, count, items }];
  };
}
