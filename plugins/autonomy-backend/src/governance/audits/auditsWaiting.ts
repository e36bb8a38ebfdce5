import type { AuditSide } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { AUDITS_TABLE, RATINGS_TABLE } from './auditRows';

/**
 * Restricts a query over `trust_audits as audits` to those that a side has to go on with: it has not rated, or it is the
 * board and both have.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function whereWaiting(
  query: Knex.QueryBuilder,
  side: AuditSide,
  now: number,
): void {
  query.where('audits.lapses_at', '>', now).andWhere(either => {
    either.where(unrated =>
      unrated
        .where('audits.state', 'rating')
        .whereNotExists(rated =>
          rated
            .from(`${RATINGS_TABLE} as rated`)
            .select(rated.client.raw('1'))
            .whereRaw('rated.audit_id = audits.id')
            .where('rated.side', side),
        ),
    );
    if (side === 'board') {
      either.orWhere('audits.state', 'comparing');
    }
  });
}

/**
 * Audits of some entities that wait for a side, the first due first: rows with `id`, `entity_ref`, `state`, `due_at`.
 *
 * @param of - `among`: a query for entity refs; `now`: UTC milliseconds
 * @internal
 */
export function auditsWaiting(
  knex: Knex,
  of: { side: AuditSide; among: Knex.QueryBuilder; now: number },
): Knex.QueryBuilder {
  const query = knex(`${AUDITS_TABLE} as audits`)
    .whereIn('audits.entity_ref', of.among)
    .orderBy(['audits.due_at', 'audits.id'])
    .select('audits.id', 'audits.entity_ref', 'audits.state', 'audits.due_at');
  whereWaiting(query, of.side, of.now);
  return query;
}
