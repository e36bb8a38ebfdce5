// @ts-check

/*
 * How boards decide about exemptions: the proposal of each request, what it would renew, and which board decided, for
 * that one may end it again. Requests from before have no proposal yet; the suite opens one for each, so they keep
 * their place.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('exemption_requests', table => {
    table.text('proposal_id').comment('In proposals; null: from before them');
    table
      .text('renewal_of')
      .comment('What it follows, as it is listed: of a request, or exemption');
  });
  await knex.schema.alterTable('exemptions', table => {
    table.text('board_ref').comment('That decided; null: from before');
    table
      .integer('renewals')
      .notNullable()
      .defaultTo(0)
      .comment('How many were approved before it, one after the other');
    table.text('revoked_by').comment('User ref');
    table.text('revoked_reason');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('exemptions', table => {
    table.dropColumns('board_ref', 'renewals', 'revoked_by', 'revoked_reason');
  });
  await knex.schema.alterTable('exemption_requests', table => {
    table.dropColumns('proposal_id', 'renewal_of');
  });
};
