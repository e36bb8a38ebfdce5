// @ts-check

/*
 * How the last run of each fact collector went, so that a broken one is seen before its facts go stale.
 * One row for each collector that was ever installed: a handful.
 *
 * Contexts are derived again, because the catalog's and the team's facts have become more.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('collector_runs', table => {
    table.comment('The last run of each fact collector');
    table.text('collector').notNullable();
    table.text('status').notNullable().comment('running, ok, partial, failed');
    table.bigInteger('started_at').notNullable().comment('UTC ms');
    table
      .bigInteger('finished_at')
      .comment('UTC ms, of the run before if running');
    table
      .bigInteger('succeeded_at')
      .comment('UTC ms, end of the last run without any failure');
    table.integer('entities').notNullable().defaultTo(0).comment('Asked about');
    table.integer('stored').notNullable().defaultTo(0);
    table.integer('unchanged').notNullable().defaultTo(0);
    table.integer('failed').notNullable().defaultTo(0);
    table.text('error').comment('Of the first failure, shortened');
    table.primary(['collector'], 'collector_runs_pk');
  });
  await knex('index_state').update({ derived_with: '' });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('collector_runs');
};
