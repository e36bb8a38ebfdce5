import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { failedAt, grantEnd } from './grantSql';

/**
 * Grants with what has become of each, as a table to select from.
 *
 * @param options - `now`: UTC milliseconds
 * @internal
 */
export function recordedGrants(
  knex: Knex,
  { now, policy }: { now: number; policy: Pick<CompiledPolicy, 'policy'> },
): Knex.QueryBuilder {
  const { maxDuration } = policy.policy.grants;
  const everything = knex('grants')
    .leftJoin('proposals', 'proposals.id', 'grants.proposal_id')
    .leftJoin('grants as former', 'former.id', 'grants.renewal_of')
    .select(
      'grants.*',
      'proposals.lapses_at',
      knex.raw(`${grantEnd('grants', maxDuration)} as ends_at`),
      knex.raw(`${grantEnd('former', maxDuration)} as former_ends_at`),
      knex.raw('? as failed_at', [failedAt(knex, 'grants', policy)]),
      knex.raw('? as former_failed_at', [failedAt(knex, 'former', policy)]),
      renewedBy(knex, now).as('renewed_by'),
    );
  return knex
    .from(everything.as('everything'))
    .select('everything.*', stateColumn(knex, now));
}

/** What follows a grant, or is proposed to. */
function renewedBy(knex: Knex, now: number): Knex.QueryBuilder {
  return knex('grants as renewal')
    .leftJoin('proposals as waiting', 'waiting.id', 'renewal.proposal_id')
    .max('renewal.id')
    .whereRaw('renewal.renewal_of = grants.id')
    .andWhere(still =>
      still
        .where('renewal.outcome', 'approved')
        .orWhere(open =>
          open
            .whereNull('renewal.outcome')
            .where('waiting.lapses_at', '>', now),
        ),
    );
}

/** A proposal whose end has come before a decision is over; a trial that failed does not come back by its renewal. */
function stateColumn(knex: Knex, now: number): Knex.Raw {
  return knex.raw(
    `case
      when outcome = 'rejected' then 'refused'
      when outcome = 'lapsed' then 'expired'
      when outcome = 'withdrawn' then 'revoked'
      when outcome is null and lapses_at <= :now then 'expired'
      when outcome is null then 'proposed'
      when failed_at <= :now or former_failed_at <= :now then 'failed'
      when revoked_at <= :now then 'revoked'
      when from_at > :now then 'planned'
      when ends_at > :now then 'in-force'
      else 'expired'
    end as state`,
    { now },
  );
}
