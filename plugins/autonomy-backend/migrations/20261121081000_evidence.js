// @ts-check

/*
 * Evidence that is reported to the suite, kept by the reporter's own key so that reporting twice
 * stores once. The entity needs not be known yet: evidence may come before the catalog does.
 *
 * `content_hash` tells an unchanged report without comparing columns. Instants are UTC milliseconds,
 * which compare alike in both databases; nested values are JSON text. Expected size: a few documents
 * of facts and a few incidents for each entity, and up to some thousand deployments a year.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('facts', table => {
    table.comment('The latest document of each collector for each entity');
    table.text('entity_ref').notNullable();
    table.text('collector').notNullable();
    table.text('document').notNullable().comment('JSON');
    table.bigInteger('collected_at').notNullable();
    table.bigInteger('ttl').notNullable().comment('ms');
    table.bigInteger('recorded_at').notNullable();
    table.text('content_hash').notNullable();
    table.primary(['entity_ref', 'collector'], 'facts_pk');
  });

  await knex.schema.createTable('incidents', table => {
    table.comment('What went wrong, by the id of the source that reported it');
    table.text('source').notNullable();
    table.text('incident_id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('title').notNullable();
    table.text('severity').notNullable();
    table.text('areas').notNullable().comment('JSON array of area ids');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('resolved_at');
    table.text('url');
    table.boolean('irreversible').notNullable();
    table.text('review').comment('JSON');
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('Of the first report');
    table.text('content_hash').notNullable();
    table.primary(['source', 'incident_id'], 'incidents_pk');
    table.index(['entity_ref', 'started_at'], 'incidents_entity_ref_idx');
  });

  await knex.schema.createTable('deployments', table => {
    table.comment('Changes that reached production');
    table.text('source').notNullable();
    table.text('deployment_id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('status').notNullable();
    table.text('area').notNullable();
    table.bigInteger('finished_at').notNullable();
    table.bigInteger('committed_at');
    table.bigInteger('reviewed_at');
    table.text('incident_id');
    table.text('version');
    table.text('url');
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('Of the first report');
    table.text('content_hash').notNullable();
    table.primary(['source', 'deployment_id'], 'deployments_pk');
    // Deployments are read for one entity from a point in time on.
    table.index(['entity_ref', 'finished_at'], 'deployments_entity_ref_idx');
  });

  await knex.schema.createTable('coverage', table => {
    table.comment('When an incident source watched an entity');
    table.text('entity_ref').notNullable();
    table.text('source').notNullable();
    table.bigInteger('from_at').notNullable();
    table.bigInteger('to_at');
    table.bigInteger('last_heard_at').notNullable();
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('Of the first report');
    table.text('content_hash').notNullable();
    table.primary(['entity_ref', 'source', 'from_at'], 'coverage_pk');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('coverage');
  await knex.schema.dropTable('deployments');
  await knex.schema.dropTable('incidents');
  await knex.schema.dropTable('facts');
};
