import type { Knex } from 'knex';

/**
 * The results of entities in scope, with the entities themselves.
 *
 * @remarks
 *
 * The condition is written as the indexes have it, for only then SQLite uses them.
 *
 * @internal
 */
export function evaluatedEntities(knex: Knex): Knex.QueryBuilder {
  return knex('evaluations')
    .join('entities', 'entities.entity_ref', 'evaluations.entity_ref')
    .whereRaw('entities.in_scope');
}

/**
 * The same, with what the rest of the catalog says about them.
 *
 * @internal
 */
export function entitiesInContext(knex: Knex): Knex.QueryBuilder {
  return evaluatedEntities(knex).join(
    'entity_context',
    'entity_context.entity_ref',
    'evaluations.entity_ref',
  );
}
