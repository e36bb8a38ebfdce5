import {
  SEVERITIES,
  type CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../database';

/**
 * When a grant is over unless it is revoked or fails, as SQL: one that lifts a right ends after the longest time that
 * the policy allows.
 *
 * @param grant - alias of the table
 * @param maxDuration - of the policy, in milliseconds
 * @internal
 */
export function grantEnd(grant: string, maxDuration: number): string {
  const latest = `${grant}.from_at + ${Number(maxDuration)}`;
  return `case when ${grant}.granted_right > ${grant}.recommended and ${latest} < ${grant}.expires_at then ${latest} else ${grant}.expires_at end`;
}

/**
 * When what a trial names as its failure happened, as SQL; null where it did not. As the engine tells it, but parts of
 * a merged incident are looked at one by one.
 *
 * @param grant - alias of the table
 * @internal
 */
export function failedAt(
  knex: Knex,
  grant: string,
  { policy }: Pick<CompiledPolicy, 'policy'>,
): Knex.Raw {
  const contains = isPostgres(knex) ? 'strpos' : 'instr';
  const rank = (column: string) =>
    `case ${column} ${SEVERITIES.map(
      (severity, n) => `when '${severity}' then ${n}`,
    ).join(' ')} end`;
  const start =
    'case when incidents.started_at < incidents.recorded_at then incidents.started_at else incidents.recorded_at end';
  const known = policy.areas.map(({ id }) => id);
  const touchesKnown = known
    .map(() => `${contains}(incidents.areas, ?) > 0`)
    .join(' or ');
  return knex.raw(
    `case when ${grant}.fails_from is not null and ${grant}.from_at is not null then (
      select min(${start}) from incidents
      where (incidents.caused_by = ${grant}.entity_ref
          or (incidents.entity_ref = ${grant}.entity_ref and incidents.caused_by is null))
        and ${rank('incidents.severity')} >= ${rank(`${grant}.fails_from`)}
        and (${contains}(incidents.areas, '"' || ${grant}.area || '"') > 0
          or (${grant}.area = ? and not (${touchesKnown})))
        and ${start} >= ${grant}.from_at
        and ${start} < ${grantEnd(grant, policy.grants.maxDuration)}
        and (${grant}.revoked_at is null or ${start} < ${grant}.revoked_at)
    ) end`,
    [policy.trust.defaultArea, ...known.map(area => JSON.stringify(area))],
  );
}
