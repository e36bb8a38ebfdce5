// @ts-check

/*
 * What may be deleted, and what came of it.
 *
 * The catalog loses entities for a while: a location that cannot be read, an import gone wrong, a scope
 * that is narrowed and widened again. An entity keeps its record for the window of trust after it left, and
 * when it was first seen, so that to leave and come back forgives nothing. One row for each entity that
 * left within about a year: some thousand in a catalog of 100,000.
 *
 * An incident stays as long as a deployment names it or another part of the same incident counts, hence the
 * indexes; few deployments name one, and few incidents are part of one.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('departed_entities', table => {
    table.comment('Entities that were in scope and are not any more');
    table.text('entity_ref').notNullable().primary();
    table.bigInteger('departed_at').notNullable().comment('UTC ms');
    table
      .bigInteger('first_seen_at')
      .notNullable()
      .comment('UTC ms; as in entities');
  });

  await knex.schema.createTable('job_runs', table => {
    table.comment('The last run of each job that tidies up');
    table.text('job').notNullable().primary();
    table.bigInteger('started_at').notNullable().comment('UTC ms');
    table.bigInteger('finished_at').notNullable().comment('UTC ms');
    table.text('status').notNullable().comment('succeeded, failed, stopped');
    table.text('detail').notNullable().comment('JSON');
  });

  await knex.schema.alterTable('deployments', table => {
    table.index(['incident_id'], 'deployments_incident_id_idx', {
      predicate: knex.whereNotNull('incident_id'),
    });
  });
  await knex.schema.alterTable('incidents', table => {
    table.index(['source', 'merged_into'], 'incidents_merged_into_idx', {
      predicate: knex.whereNotNull('merged_into'),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.dropIndex(['source', 'merged_into'], 'incidents_merged_into_idx');
  });
  await knex.schema.alterTable('deployments', table => {
    table.dropIndex(['incident_id'], 'deployments_incident_id_idx');
  });
  await knex.schema.dropTable('job_runs');
  await knex.schema.dropTable('departed_entities');
};
