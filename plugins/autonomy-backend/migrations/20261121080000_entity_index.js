// @ts-check

/*
 * The suite's own index of the catalog.
 *
 * Lists must be filtered, sorted, counted and permission-checked in one query, and blast radius and
 * team load need the whole catalog at once; neither can be asked of the catalog's API. A catalog of
 * 100,000 entities makes about 100,000 rows here, 600,000 relations, and some 30 search rows for each
 * entity in scope. Everything in these tables can be rebuilt by a sweep.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.comment('Catalog entities as of the last sweep');
    table.text('entity_ref').notNullable().primary();
    table.text('etag').notNullable().comment('Of the catalog');
    table
      .text('indexed_as')
      .notNullable()
      .comment('Fingerprint of the scope and row format it was indexed with');
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title');
    table.text('type');
    table.text('lifecycle');
    table.text('owner_ref');
    table.text('system_ref');
    table.integer('declared_tier');
    table
      .integer('definition_length')
      .notNullable()
      .comment('Non-blank characters of spec.definition');
    table.boolean('in_scope').notNullable();
    table
      .text('sort_name')
      .notNullable()
      .comment('Lower case title or name; lower() of SQLite knows ASCII only');
    table.text('search_text').notNullable().comment('Lower case name, title');
    table.text('metadata').notNullable().comment('JSON');
    table.text('spec').notNullable().comment('JSON');
    table.bigInteger('first_seen_at').notNullable().comment('UTC ms');
    table.index(['in_scope', 'sort_name'], 'entities_scope_name_idx');
    table.index(['owner_ref'], 'entities_owner_ref_idx');
    table.index(['system_ref'], 'entities_system_ref_idx');
  });

  await knex.schema.createTable('entity_relations', table => {
    table.comment('Relations of indexed entities');
    table.text('source_ref').notNullable();
    table.text('type').notNullable();
    table.text('target_ref').notNullable();
    table.primary(['source_ref', 'type', 'target_ref'], 'entity_relations_pk');
  });

  // The catalog's permission rules are conditions on (key, value) pairs, so the same pairs are kept
  // here, for the entities in scope.
  await knex.schema.createTable('entity_search', table => {
    table.comment('What permission conditions can ask of an entity in scope');
    table.text('entity_ref').notNullable();
    table.text('key').notNullable().comment('Lower case');
    table.text('value').comment('Lower case; null where too long to compare');
    table.index(['entity_ref', 'key'], 'entity_search_entity_ref_idx');
    table.index(['key', 'value'], 'entity_search_key_value_idx');
  });

  // Apart from `entities`, because it changes when *other* entities change and is written in bulk.
  await knex.schema.createTable('entity_context', table => {
    table.comment('What the rest of the catalog says about an entity in scope');
    table.text('entity_ref').notNullable().primary();
    table.text('domain_ref');
    table.text('board_ref');
    table.integer('tier').notNullable();
    table.integer('computed_tier');
    table.integer('dependents').notNullable();
    table.integer('dependent_domains').notNullable();
    table.text('catalog_facts').notNullable().comment('JSON');
    table.text('team_facts').comment('JSON; null without an owner');
    table.bigInteger('confirmed_at').notNullable().comment('UTC ms');
    table.index(['domain_ref'], 'entity_context_domain_ref_idx');
    table.index(['tier'], 'entity_context_tier_idx');
  });

  await knex.schema.createTable('index_state', table => {
    table.comment('One row: how far the index and what is derived from it are');
    table.text('id').notNullable().primary();
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Raised by every change of the index');
    table
      .bigInteger('derived_revision')
      .notNullable()
      .comment('The revision that entity_context was derived from');
    table
      .text('derived_with')
      .notNullable()
      .comment('Fingerprint of the settings it was derived with');
  });
  await knex('index_state').insert({
    id: 'catalog',
    revision: 1,
    derived_revision: 0,
    derived_with: '',
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('index_state');
  await knex.schema.dropTable('entity_context');
  await knex.schema.dropTable('entity_search');
  await knex.schema.dropTable('entity_relations');
  await knex.schema.dropTable('entities');
};
