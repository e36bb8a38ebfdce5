import type { Knex } from 'knex';
import { isPostgres } from '../../database';
import { PLANS_TABLE } from './planRows';

/**
 * Plans with where each stands, as a table to select from.
 *
 * @remarks
 *
 * What a plan came to at its end was found by the first evaluation from then on; until one has looked, a plan past its
 * end counts as undecided. A draft that nobody signed before its end is over too.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function planStates(knex: Knex, now: number): Knex.QueryBuilder {
  return knex
    .from(withEnds(knex).as('ended'))
    .select('ended.*', stateColumn(knex, now));
}

function withEnds(knex: Knex): Knex.QueryBuilder {
  return knex(PLANS_TABLE)
    .leftJoin('evaluations', 'evaluations.entity_ref', 'plans.entity_ref')
    .select(
      'plans.*',
      knex.raw(`${endColumn(knex, 'outcome')} as own_outcome`),
      knex.raw(`${endColumn(knex, 'at')} as own_end_at`),
    );
}

/** What the evaluation remembers of a plan that ended by itself. */
function endColumn(knex: Knex, column: 'at' | 'outcome'): string {
  const found = isPostgres(knex)
    ? `evaluations.state::json -> 'plans' -> plans.id ->> '${column}'`
    : `json_extract(evaluations.state, '$.plans."' || plans.id || '".${column}')`;
  // The state of an entity is long: of most plans nothing is to be found in it.
  return `case when plans.signed_at is not null then ${found} end`;
}

function stateColumn(knex: Knex, now: number): Knex.Raw {
  return knex.raw(
    `case
      when withdrawn_at is not null then 'withdrawn'
      when signed_at is null and ends_at <= :now then 'withdrawn'
      when signed_at is null then 'draft'
      when own_outcome is not null then own_outcome
      when completed_at is not null then 'completed'
      when lifted_at is not null then 'lifted'
      when coalesce(extended_to, ends_at) <= :now then 'lapsed'
      when starts_at > :now then 'planned'
      else 'active'
    end as state`,
    { now },
  );
}
