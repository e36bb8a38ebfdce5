// @ts-check

/*
 * What owners ask their board for: exceptions to checks. A request is apart from what is in force, so that no way
 * leads from it to an effect but a decision.
 *
 * One request may be open for an entity and a check; the unique index says so, whoever asks at the same moment. A few
 * requests for each exemption, so some ten thousand rows for 100,000 entities. Exemptions get an index in the order in
 * which they are listed together with requests.
 */

const OPEN = 'withdrawn_at is null and decided_at is null';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('exemption_requests', table => {
    table.comment('Exceptions to checks that owners ask for');
    table.text('id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('check_id').notNullable();
    table.text('reason').notNullable();
    table.text('requested_by').notNullable().comment('User ref');
    table.bigInteger('requested_at').notNullable().comment('UTC ms');
    table.bigInteger('expires_at').notNullable().comment('UTC ms; asked for');
    table.bigInteger('withdrawn_at').comment('UTC ms; by the owners');
    table
      .bigInteger('decided_at')
      .comment('UTC ms; null with withdrawn_at null: open');
    table.text('decided_by').comment('User ref; null where time decided');
    table.text('decision').comment('approved, denied or lapsed');
    table.text('decision_reason');
    table.text('exemption_id').comment('What came of it; in exemptions');
    table.primary(['id'], 'exemption_requests_pk');
    table.index(['requested_at', 'id'], 'exemption_requests_requested_at_idx');
    table.index(['exemption_id'], 'exemption_requests_exemption_id_idx', {
      predicate: knex.whereNotNull('exemption_id'),
    });
    table.index(['entity_ref'], 'exemption_requests_entity_ref_idx');
  });
  await knex.raw(
    `create unique index exemption_requests_open_uq on exemption_requests (entity_ref, check_id) where ${OPEN}`,
  );
  await knex.schema.alterTable('exemptions', table => {
    table.index(['recorded_at', 'id'], 'exemptions_recorded_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('exemptions', table => {
    table.dropIndex(['recorded_at', 'id'], 'exemptions_recorded_at_idx');
  });
  await knex.schema.dropTable('exemption_requests');
};
