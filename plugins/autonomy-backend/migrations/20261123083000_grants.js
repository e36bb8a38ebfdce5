// @ts-check

/*
 * Explicit rights in areas that owners ask for and boards grant for a time. One row for each that was ever proposed;
 * it has an effect only where it is approved. Whether one is proposed at a time, proposals see to. A few thousand rows
 * a year for 100,000 entities.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('grants', table => {
    table.comment('Explicit rights of entities in areas');
    table.text('id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('area').notNullable().comment('Id of a decision area');
    table.integer('granted_right').notNullable().comment('1..5');
    table.integer('recommended').notNullable().comment('1..5, when opened');
    table.text('reason').notNullable();
    table.text('fails_from').comment('Severity; null: no trial');
    table.text('board_ref').notNullable().comment('The board that decides');
    table.text('proposal_id').comment('In proposals; null while it is opened');
    table.text('opened_by').notNullable().comment('User ref');
    table.bigInteger('opened_at').notNullable().comment('UTC ms');
    table
      .bigInteger('from_at')
      .comment('UTC ms; null until it is approved: it has no effect');
    table.bigInteger('expires_at').notNullable().comment('UTC ms');
    table
      .text('outcome')
      .comment('approved, rejected, lapsed or withdrawn; null: undecided');
    table.bigInteger('decided_at').comment('UTC ms');
    table.bigInteger('revoked_at').comment('UTC ms');
    table.text('revoked_by').comment('User ref');
    table.text('revoked_reason');
    table.text('renewal_of').comment('In grants');
    table
      .integer('renewals')
      .notNullable()
      .defaultTo(0)
      .comment('How many came before it, one after the other');
    table.text('audit_id').comment('Whose disagreement it answers');
    table.primary(['id'], 'grants_pk');
    table.index(['opened_at', 'id'], 'grants_opened_at_idx');
    table.index(['entity_ref', 'opened_at'], 'grants_entity_ref_idx');
    table.index(['renewal_of'], 'grants_renewal_of_idx', {
      predicate: knex.whereNotNull('renewal_of'),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('grants');
};
