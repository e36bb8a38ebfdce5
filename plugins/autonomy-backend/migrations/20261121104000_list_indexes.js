// @ts-check

/*
 * Lists in their order.
 *
 * A page of a list is read from an index that has the order and, among equals, the ref: so the first page
 * of 100,000 entities takes as long as that of 100. Without, every page reads and sorts all of them, which
 * takes some 25 ms at 10,000 entities and 200 ms at 100,000. The expressions are those of the queries, for
 * only then an index serves them. The indexes on one column that these replace are gone; results get one
 * more to write, accountability. Making them takes 100,000 entities about a second, during which nobody writes.
 *
 * Conditions of permissions ask whether an entity has a key with a value. Without the value in the index that
 * begins with the entity, SQLite takes the one that begins with the key, and goes through all entities that
 * have it: 1.6 s instead of 0.03 s for a list of 10,000.
 *
 * Events are few of each kind among many, hence the last one.
 */

/** @type {[string, string[], string, string?][]} table, columns, name, and what must be there */
const REPLACED = [
  ['entities', ['in_scope', 'sort_name'], 'entities_scope_name_idx'],
  ['entity_context', ['domain_ref'], 'entity_context_domain_ref_idx'],
  ['entity_context', ['tier'], 'entity_context_tier_idx'],
  ['entity_search', ['entity_ref', 'key'], 'entity_search_entity_ref_idx'],
  ['evaluations', ['level'], 'evaluations_level_idx'],
  ['evaluations', ['guardrail_rank'], 'evaluations_guardrail_rank_idx'],
  ['evaluations', ['readiness'], 'evaluations_readiness_idx'],
  ['evaluations', ['surplus'], 'evaluations_surplus_idx', 'surplus'],
  ['evaluations', ['deficit'], 'evaluations_deficit_idx', 'deficit'],
];

const ADDED = {
  entities_by_name_idx: 'entities (sort_name, entity_ref) where in_scope',
  entities_by_owner_idx:
    "entities (coalesce(owner_ref, ''), entity_ref) where in_scope",
  entity_context_by_domain_idx:
    "entity_context (coalesce(domain_ref, ''), entity_ref)",
  entity_context_by_tier_idx: 'entity_context (tier, entity_ref)',
  entity_search_of_entity_idx: 'entity_search (entity_ref, key, value)',
  evaluations_by_level_idx: 'evaluations (level, entity_ref)',
  evaluations_by_guardrail_idx: 'evaluations (guardrail_rank, entity_ref)',
  evaluations_by_readiness_idx:
    'evaluations (coalesce(readiness, -1), entity_ref)',
  evaluations_by_accountability_idx: 'evaluations (accountability, entity_ref)',
  evaluations_by_surplus_idx: 'evaluations (coalesce(surplus, -1), entity_ref)',
  evaluations_by_deficit_idx: 'evaluations (coalesce(deficit, -1), entity_ref)',
  evaluation_events_kind_idx: 'evaluation_events (kind, at, id)',
};

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [table, columns, name] of REPLACED) {
    await knex.schema.alterTable(table, builder => {
      builder.dropIndex(columns, name);
    });
  }
  for (const [name, definition] of Object.entries(ADDED)) {
    await knex.raw(`create index ${name} on ${definition}`);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of Object.keys(ADDED)) {
    await knex.raw(`drop index ${name}`);
  }
  for (const [table, columns, name, present] of REPLACED) {
    await knex.schema.alterTable(table, builder => {
      builder.index(
        columns,
        name,
        present ? { predicate: knex.whereNotNull(present) } : undefined,
      );
    });
  }
};
