// @ts-check

/*
 * Recalibration plans: what team and board agree on after a failure. A plan caps rights only once both have signed, so
 * drafts are in the same table and nothing that evaluates reads them. What a plan came to by itself at its end is in
 * the state of the evaluation, and nowhere else. A few thousand rows a year for 100,000 entities.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('plans', table => {
    table.comment('Recalibration plans and drafts of them');
    table.text('id').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('board_ref')
      .comment('The board that decides; null: that of the entity');
    table.text('title').notNullable();
    table.text('reason').notNullable();
    table.text('approach').notNullable();
    table.text('areas').notNullable().comment('JSON');
    table.integer('cap').comment('The right that remains; null: no cap');
    table.text('criteria').notNullable().comment('JSON: ids of checks');
    table.text('supported_by').comment('Ref of a group');
    table.text('incidents').notNullable().comment('JSON: source/id');
    table.bigInteger('starts_at').notNullable().comment('UTC ms');
    table.bigInteger('ends_at').notNullable().comment('UTC ms; as written');
    table.bigInteger('review_at').notNullable().comment('UTC ms');
    table.text('opened_by').notNullable().comment('User ref');
    table.text('opened_as').notNullable().comment('team or board');
    table.bigInteger('opened_at').notNullable().comment('UTC ms');
    table.integer('revision').notNullable().comment('Of the draft, from 1');
    table.text('team_signed_by').comment('User ref');
    table.bigInteger('team_signed_at').comment('UTC ms');
    table.text('team_comment');
    table.text('board_signed_by').comment('User ref; the vote that decided');
    table.bigInteger('board_signed_at').comment('UTC ms');
    table.text('board_comment');
    table
      .bigInteger('signed_at')
      .comment('UTC ms; by both. Null: a draft, which caps nothing');
    table.bigInteger('extended_to').comment('UTC ms');
    table.bigInteger('extended_at').comment('UTC ms');
    table.bigInteger('lifted_at').comment('UTC ms; by the board');
    table.bigInteger('completed_at').comment('UTC ms; by the board');
    table.bigInteger('withdrawn_at').comment('UTC ms; of a draft');
    table.text('end_reason').comment('What whoever ended it said');
    table.text('proposal_id').comment('On which the board signed');
    table.text('audit_id').comment('The trust audit that led to it');
    table.bigInteger('review_told_at').comment('UTC ms; null: not yet');
    table.bigInteger('end_told_at').comment('UTC ms; null: not yet');
    table.bigInteger('updated_at').notNullable().comment('UTC ms');
    table.primary(['id'], 'plans_pk');
    table.index(['opened_at', 'id'], 'plans_opened_at_idx');
    table.index(['entity_ref', 'opened_at'], 'plans_entity_ref_idx');
    table.index(['board_ref'], 'plans_board_ref_idx', {
      predicate: knex.whereNotNull('board_ref'),
    });
  });
  const inForce =
    'signed_at is not null and lifted_at is null and completed_at is null';
  await knex.raw(
    `create index plans_review_idx on plans (review_at) where ${inForce} and review_told_at is null`,
  );
  await knex.raw(
    `create index plans_end_idx on plans (coalesce(extended_to, ends_at)) where ${inForce}`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('plans');
};
