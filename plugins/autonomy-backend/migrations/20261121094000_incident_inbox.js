// @ts-check

/*
 * How incidents come in from their sources.
 *
 * A delivery is acknowledged once its row is committed, and worked off afterwards by whichever process
 * takes it. The key is made of the source and the delivery's own id, so that a repeated delivery is the
 * same row. Rows stay for some weeks after they are done: as long as one is there it cannot be replayed.
 * A busy source sends some thousand deliveries a day of about 2 kB, so 35 days are about 100,000 rows.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incident_inbox', table => {
    table.comment('Authentic deliveries of incident sources');
    table.text('id').notNullable().primary().comment('<source>/<delivery id>');
    table.text('source').notNullable();
    table.binary('body').notNullable().comment('The exact bytes');
    table.text('body_hash').notNullable();
    table.bigInteger('received_at').notNullable().comment('UTC ms');
    table
      .bigInteger('due_at')
      .comment('UTC ms; when it is to be taken next; null: done or set aside');
    table.text('ticket').comment('Of the worker that has it');
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('done_at').comment('UTC ms');
    table.bigInteger('quarantined_at').comment('UTC ms');
    table.text('reason').comment('Why it was set aside or put off');
    table.index(['due_at', 'id'], 'incident_inbox_due_at_idx');
    table.index(['received_at', 'id'], 'incident_inbox_received_at_idx');
    table.index(['quarantined_at', 'id'], 'incident_inbox_quarantined_at_idx');
    // Of what is set aside only, which is little.
    table.index(['source', 'body_hash'], 'incident_inbox_body_hash_idx', {
      predicate: knex.whereNotNull('quarantined_at'),
    });
  });

  // One row for each source instead of a write to every row of coverage with every heartbeat.
  await knex.schema.createTable('incident_sources', table => {
    table.comment('What was last heard of each incident source');
    table.text('source').notNullable().primary();
    table.bigInteger('last_delivery_at').comment('UTC ms');
    table
      .bigInteger('last_heard_at')
      .comment('UTC ms; last heartbeat or successful poll');
    table.bigInteger('last_poll_at').comment('UTC ms; last successful one');
    table.text('poll_error').comment('Of the last poll; null: it succeeded');
    table
      .text('covered_with')
      .comment(
        'Fingerprint of what its coverage was last brought in line with',
      );
  });

  await knex.schema.alterTable('coverage', table => {
    table
      .boolean('follows_source')
      .notNullable()
      .defaultTo(false)
      .comment('Open, and heard of whenever its source is');
    table.index(['source', 'follows_source'], 'coverage_source_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('coverage', table => {
    table.dropIndex(['source', 'follows_source'], 'coverage_source_idx');
  });
  await knex.schema.alterTable('coverage', table => {
    table.dropColumn('follows_source');
  });
  await knex.schema.dropTable('incident_sources');
  await knex.schema.dropTable('incident_inbox');
};
