// @ts-check

/*
 * The policy as people edit it. What was published stays for good; of a publication only that it was withdrawn is
 * added. One draft for each document; the unique index says so, whoever begins one at the same moment. Addresses that
 * the configuration names are read by one replica for all, and what was last read well outlives a restart.
 *
 * Some dozens of documents, and some hundreds of publications of up to 500 kB each.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('policy_versions', table => {
    table.comment('What was published, of all documents together');
    table.increments('number');
    table.text('kind').notNullable().comment('policy, scorecard or overlay');
    table.text('name').notNullable();
    table.text('action').notNullable().comment('publish, roll-back or retire');
    table
      .integer('restores')
      .comment('Number of the version; 0: the built-in document');
    table
      .text('yaml')
      .comment('Null: it took away what was published here before');
    table.text('changes').notNullable().comment('JSON, of what was in force');
    table.text('author').notNullable().comment('User ref');
    table.bigInteger('published_at').notNullable().comment('UTC ms');
    table.bigInteger('effective_from').notNullable().comment('UTC ms');
    table.text('note').notNullable();
    table.text('withdrawn_by').comment('User ref');
    table.bigInteger('withdrawn_at').comment('UTC ms; null: it stands');
    table.text('withdrawn_note');
    table.text('simulation_id').comment('What it was tried with');
    table.index(['kind', 'name', 'number'], 'policy_versions_document_idx');
    table.index(['simulation_id'], 'policy_versions_simulation_id_idx', {
      predicate: knex.whereNotNull('simulation_id'),
    });
  });

  await knex.schema.createTable('policy_drafts', table => {
    table.comment('Documents that somebody is working on');
    table.text('id').notNullable().primary();
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('yaml').notNullable();
    table.integer('revision').notNullable().comment('Raised by every change');
    table.text('base_yaml').comment('In force when it was begun');
    table
      .integer('base_version')
      .comment('The newest version when it was begun; null: there was none');
    table.text('created_by').notNullable().comment('User ref');
    table.text('updated_by').notNullable().comment('User ref');
    table.bigInteger('updated_at').notNullable().comment('UTC ms');
    table.unique(['kind', 'name'], { indexName: 'policy_drafts_document_uq' });
  });

  await knex.schema.createTable('policy_fetches', table => {
    table.comment('What was last read well from each address');
    table.text('address').notNullable().primary();
    table.text('etag');
    table.text('yaml').notNullable();
    table.text('content_hash').notNullable();
    table.bigInteger('read_at').notNullable().comment('UTC ms; with success');
    table.bigInteger('failed_since').comment('UTC ms');
    table.text('message').comment('Why it failed last');
  });

  await knex.schema.createTable('published_checks', table => {
    table.comment('When each check was first published here');
    table.text('check_id').notNullable().primary();
    table.bigInteger('published_at').notNullable().comment('UTC ms');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('published_checks');
  await knex.schema.dropTable('policy_fetches');
  await knex.schema.dropTable('policy_drafts');
  await knex.schema.dropTable('policy_versions');
};
