// @ts-check

/*
 * What is to be told to others, written in the transaction that made it true. Rows are deleted when all were
 * told, so there are few, unless somebody cannot be reached.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('outbox', table => {
    table.comment('Announcements that are not out yet');
    table.text('id').notNullable().primary();
    table.text('entity_ref').notNullable();
    table.bigInteger('created_at').notNullable().comment('UTC ms');
    table.text('announcement').notNullable().comment('JSON');
    table.bigInteger('due_at').comment('UTC ms; null: given up');
    table.text('ticket').comment('Of the worker that has it');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('told').notNullable().defaultTo('').comment('Who was told');
    table.text('reason').comment('Why the last attempt failed');
    table.bigInteger('quarantined_at').comment('UTC ms; given up');
    table.index(['due_at', 'id'], 'outbox_due_at_idx');
    table.index(['created_at', 'id'], 'outbox_created_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('outbox');
};
