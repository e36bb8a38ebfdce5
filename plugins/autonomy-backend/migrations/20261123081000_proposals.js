// @ts-check

/*
 * What boards decide, whatever it is about, with the votes. One proposal about a subject of an entity is open at a
 * time; the unique index says so, whoever opens one at the same moment. Some ten thousand rows a year for 100,000
 * entities, most of them closed: what is open is found by partial indexes.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('proposals', table => {
    table.comment('What boards decide');
    table.text('id').notNullable();
    table.text('matter').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('subject')
      .notNullable()
      .comment('What of the entity it is about');
    table.text('domain_ref').comment('Of the entity when it was opened');
    table.text('board_ref').notNullable().comment('The board that decides');
    table.text('content').notNullable().comment('JSON');
    table.text('evidence').notNullable().comment('JSON; as it was then');
    table.text('reason');
    table.text('opened_by').comment('User ref; null: the suite');
    table
      .boolean('is_request')
      .notNullable()
      .comment('Who opened it asks, and does not vote');
    table.bigInteger('opened_at').notNullable().comment('UTC ms');
    table.bigInteger('lapses_at').comment('UTC ms; null: it waits');
    table.text('appeal_of').comment('In proposals');
    table.text('state').notNullable().comment('open or how it was closed');
    table.bigInteger('decided_at').comment('UTC ms; null: open');
    table.text('outcome_reason').comment('Why it lapsed or was withdrawn');
    table.integer('quorum').comment('Of the decision; null: open');
    table.primary(['id'], 'proposals_pk');
    table.index(['opened_at', 'id'], 'proposals_opened_at_idx');
    table.index(['entity_ref', 'opened_at'], 'proposals_entity_ref_idx');
    table.index(['board_ref', 'decided_at'], 'proposals_board_ref_idx');
    table.unique(['appeal_of'], {
      indexName: 'proposals_appeal_of_uq',
      predicate: knex.whereNotNull('appeal_of'),
    });
  });
  await knex.raw(
    `create unique index proposals_open_uq on proposals (entity_ref, matter, subject) where state = 'open'`,
  );
  await knex.raw(
    `create index proposals_waiting_idx on proposals (board_ref, opened_at) where state = 'open'`,
  );
  await knex.raw(
    `create index proposals_lapses_at_idx on proposals (lapses_at) where state = 'open'`,
  );
  await knex.schema.createTable('proposal_votes', table => {
    table.comment('What members of boards said about proposals');
    table.text('proposal_id').notNullable();
    table.text('voter_ref').notNullable().comment('User ref');
    table.text('vote').notNullable().comment('approve or reject');
    table.text('comment').notNullable();
    table.bigInteger('cast_at').notNullable().comment('UTC ms');
    table.primary(['proposal_id', 'voter_ref'], 'proposal_votes_pk');
    table
      .foreign('proposal_id', 'proposal_votes_proposal_fk')
      .references('proposals.id')
      .onDelete('cascade');
  });
  await knex.schema.createTable('promotion_decisions', table => {
    table.comment('What boards said of promotions, as the engine reads it');
    table.text('id').notNullable().comment('Of the proposal');
    table.text('entity_ref').notNullable();
    table.integer('level').notNullable();
    table.text('outcome').notNullable().comment('approved or rejected');
    table.text('decided_by').notNullable().comment('Ref of the board');
    table.bigInteger('recorded_at').notNullable().comment('UTC ms');
    table.primary(['id'], 'promotion_decisions_pk');
    table.index(['entity_ref'], 'promotion_decisions_entity_ref_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('promotion_decisions');
  await knex.schema.dropTable('proposal_votes');
  await knex.schema.dropTable('proposals');
};
