// @ts-check

/*
 * The north star of each governance domain, as its board last set it. A row for each domain, so some hundreds at the
 * most; what it said before is told by the audit log.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('objectives', table => {
    table.comment('Objectives of governance domains');
    table.text('domain_ref').notNullable().primary();
    table.text('statement').notNullable();
    table.text('measures').notNullable().comment('JSON, in order');
    table.text('owner_ref').notNullable().comment('Group');
    table.bigInteger('review_at').notNullable().comment('UTC ms');
    table.bigInteger('updated_at').notNullable().comment('UTC ms');
    table.text('updated_by').notNullable().comment('User ref');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('objectives');
};
