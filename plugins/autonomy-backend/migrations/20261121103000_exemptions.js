// @ts-check

/*
 * Exceptions to checks that a board approved for a time. At most a tenth of all entity-guardrail pairs, so some
 * ten thousand rows for 100,000 entities.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('exemptions', table => {
    table.comment('Approved exceptions to checks');
    table.text('id').notNullable().primary();
    table.text('entity_ref').notNullable();
    table.text('check_id').notNullable();
    table.text('reason').notNullable();
    table.text('requested_by');
    table.text('approved_by');
    table.bigInteger('from_at').notNullable().comment('UTC ms');
    table.bigInteger('expires_at').notNullable().comment('UTC ms');
    table.bigInteger('revoked_at').comment('UTC ms');
    table.bigInteger('recorded_at').notNullable().comment('UTC ms');
    table.index(['entity_ref', 'check_id'], 'exemptions_entity_ref_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('exemptions');
};
