// @ts-check

/*
 * What people are to be told, by recipient: a group that owns 500 entities gets one notification when all of
 * them change at once, which cannot be told from single announcements. Notices are deleted when they
 * were sent, so there are few, but up to two for each of 100,000 entities for some minutes after a policy
 * changed. Recipients stay: one row for each group that was ever told something.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('notices', table => {
    table.comment('Notifications that are not out yet');
    table.text('recipient_ref').notNullable();
    table.text('announcement_id').notNullable();
    table.text('entity_ref').notNullable();
    table.bigInteger('created_at').notNullable().comment('UTC ms');
    table.text('summary').notNullable().comment('JSON, for digests');
    table.text('payload').notNullable().comment('JSON, the notification');
    table.text('reason').comment('Why it was given up');
    table.bigInteger('quarantined_at').comment('UTC ms; given up');
    table.primary(['recipient_ref', 'announcement_id'], 'notices_pk');
  });

  await knex.schema.createTable('notice_recipients', table => {
    table.comment('When each recipient is told next');
    table.text('recipient_ref').notNullable().primary();
    table.bigInteger('due_at').comment('UTC ms; null: nothing to tell');
    table.text('ticket').comment('Of the worker that has it');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('reason').comment('Why the last attempt failed');
    table
      .bigInteger('window_from')
      .comment('UTC ms; since when notifications are counted');
    table
      .integer('sent')
      .notNullable()
      .defaultTo(0)
      .comment('Notifications since then');
    table.index(['due_at', 'recipient_ref'], 'notice_recipients_due_at_idx');
  });

  await knex.schema.alterTable('outbox', table => {
    // What is told of an entity is told in order.
    table.index(['entity_ref'], 'outbox_entity_ref_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('outbox', table => {
    table.dropIndex(['entity_ref'], 'outbox_entity_ref_idx');
  });
  await knex.schema.dropTable('notice_recipients');
  await knex.schema.dropTable('notices');
};
