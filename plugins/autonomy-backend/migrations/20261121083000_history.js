// @ts-check

/*
 * What evaluations remember, and what collectors said before they said something else. A ladder with
 * clocks needs both: the state of the last evaluation, and for the time before it the versions of facts.
 *
 * A version is a run of reports with the same values: a collector that says the same every hour makes
 * one row, not thousands. Versions older than the window of trust are deleted.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('fact_history', table => {
    table.comment('Versions of facts that were followed by other values');
    table.text('entity_ref').notNullable();
    table.text('collector').notNullable();
    table.bigInteger('since').notNullable().comment('UTC ms, first report');
    table
      .bigInteger('collected_at')
      .notNullable()
      .comment('UTC ms, last report');
    table.bigInteger('ttl').notNullable().comment('ms');
    table.text('document').notNullable().comment('JSON');
    table.text('content_hash').notNullable().comment('Of the values');
    table.primary(
      ['entity_ref', 'collector', 'collected_at'],
      'fact_history_pk',
    );
    table.index(['collected_at'], 'fact_history_collected_at_idx');
  });

  await knex.schema.alterTable('facts', table => {
    table
      .bigInteger('since')
      .comment('UTC ms, first of the reports with these values');
  });
  await knex('facts').update({ since: knex.ref('collected_at') });

  await knex.schema.alterTable('incidents', table => {
    table.bigInteger('updated_at').comment('Of the last report');
    table
      .text('consequences')
      .comment('JSON, by area, as they were when it was first reported');
  });

  await knex.schema.alterTable('entity_context', table => {
    table.text('domain_chain').comment('JSON array of refs, nearest first');
  });
  await knex.schema.alterTable('index_state', table => {
    table
      .bigInteger('settled_at')
      .comment('UTC ms; when the catalog had come to rest for the first time');
  });
  // So that the next sweep derives the contexts again.
  await knex('index_state').update({ derived_with: '' });

  await knex.schema.alterTable('evaluations', table => {
    table.text('state').comment('JSON, for the next evaluation; null: none');
    table
      .bigInteger('next_change_at')
      .comment('UTC ms; before it nothing changes without new evidence');
    table.bigInteger('started_at').comment('Of the first evaluation, UTC ms');
    table
      .integer('restarts')
      .notNullable()
      .defaultTo(0)
      .comment('How often the record was begun anew from older evidence');
    table.index(['next_change_at'], 'evaluations_next_change_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table.dropIndex(['next_change_at'], 'evaluations_next_change_at_idx');
    table.dropColumns('state', 'next_change_at', 'started_at', 'restarts');
  });
  await knex.schema.alterTable('index_state', table => {
    table.dropColumn('settled_at');
  });
  await knex.schema.alterTable('entity_context', table => {
    table.dropColumn('domain_chain');
  });
  await knex.schema.alterTable('incidents', table => {
    table.dropColumns('updated_at', 'consequences');
  });
  await knex.schema.alterTable('facts', table => {
    table.dropColumn('since');
  });
  await knex.schema.dropTable('fact_history');
};
