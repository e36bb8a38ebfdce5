// @ts-check

/*
 * What becomes of an incident after it was reported: which state of it is the newest, what a board or
 * its owners said of it, what of that still waits for a decision.
 *
 * Columns that are null say what can be told from the others, so rows from before need no rewriting,
 * apart from the instant of their state. Most incidents have no proposal; some have two or three.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table
      .bigInteger('occurred_at')
      .notNullable()
      .defaultTo(0)
      .comment('UTC ms; since when the source says what it says');
    table.text('highest_severity').comment('Ever reported; null: severity');
    table
      .text('states')
      .comment('JSON: when the source said open or resolved; null: once');
    table
      .text('told')
      .comment('JSON: what the source says where something else counts');
    table.text('edited').comment('JSON: what owners and boards wrote');
    table.bigInteger('reopened_at').comment('UTC ms');
    table.text('caused_by').comment('Accepted; null: entity_ref');
    table.text('affected').comment('JSON array of entity refs');
    table.text('merged_into').comment('incident_id of the same source');
    table.text('class').notNullable().defaultTo('none');
    table.bigInteger('classified_at').comment('UTC ms');
    table.index(['caused_by', 'started_at'], 'incidents_caused_by_idx');
    table.index(
      ['started_at', 'source', 'incident_id'],
      'incidents_started_at_idx',
    );
  });
  await knex('incidents').update({
    occurred_at: knex.raw('coalesce(updated_at, recorded_at)'),
  });

  await knex.schema.createTable('incident_proposals', table => {
    table.comment(
      'Changes of an incident that wait for a board or a receiving owner, and what became of them',
    );
    table.text('id').notNullable();
    table.text('source').notNullable();
    table.text('incident_id').notNullable();
    table.text('field').notNullable().comment('severity, causedBy or class');
    table.text('value').notNullable();
    table.text('reason');
    table
      .text('proposed_by')
      .notNullable()
      .comment('User ref, or source:<name>');
    table.bigInteger('proposed_at').notNullable().comment('UTC ms');
    table.bigInteger('decided_at').comment('UTC ms; null: pending');
    table.text('decided_by').comment('User ref, or source:<name>');
    table.text('decision').comment('accepted, declined or withdrawn');
    table.text('decision_reason');
    table.primary(['id'], 'incident_proposals_pk');
    table.index(
      ['source', 'incident_id', 'decided_at'],
      'incident_proposals_incident_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incident_proposals');
  await knex.schema.alterTable('incidents', table => {
    table.dropIndex(
      ['started_at', 'source', 'incident_id'],
      'incidents_started_at_idx',
    );
    table.dropIndex(['caused_by', 'started_at'], 'incidents_caused_by_idx');
    table.dropColumns(
      'occurred_at',
      'highest_severity',
      'states',
      'told',
      'edited',
      'reopened_at',
      'caused_by',
      'affected',
      'merged_into',
      'class',
      'classified_at',
    );
  });
};
