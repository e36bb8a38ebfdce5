// @ts-check

/*
 * Trust audits: what team and board think that a team decides, area by area, and what they agreed on.
 *
 * One audit of an entity is open at a time, and a quarter opens one; unique indexes say so, whatever two replicas do at
 * the same moment. One row for each entity and quarter: 400,000 a year for 100,000 entities, tidied up after a year.
 * What a side said is apart, so that what is not to be seen yet need not be read. The comparison is kept as it was when
 * both had rated.
 */

const OPEN = "state in ('rating', 'comparing')";

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('trust_audits', table => {
    table.comment('What team and board agree that a team decides');
    table.text('id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('domain_ref').comment('Of the entity when it was opened');
    table.text('board_ref').notNullable();
    table.text('quarter').notNullable().comment('2026-Q4');
    table.text('cause').notNullable();
    table.text('reason');
    table.text('opened_by').comment('User ref; null: the suite');
    table.bigInteger('opened_at').notNullable().comment('UTC ms');
    table.bigInteger('due_at').notNullable().comment('UTC ms');
    table
      .bigInteger('lapses_at')
      .notNullable()
      .comment('UTC ms; its end, if nobody agrees');
    table.text('state').notNullable().comment('Its end may have come since');
    table.text('comparison').comment('JSON; null until both have rated');
    table.text('agreed').comment('JSON; a right for each area');
    table.bigInteger('agreed_at').comment('UTC ms');
    table.text('agreed_by').comment('User ref');
    table.text('summary');
    table.text('actions').notNullable().comment('JSON');
    table.bigInteger('follow_up_at').comment('UTC ms; opens the next one');
    table.text('predecessor_id').comment('The audit it follows up');
    table.primary(['id'], 'trust_audits_pk');
    table.index(['due_at', 'id'], 'trust_audits_due_at_idx');
    table.index(['entity_ref', 'due_at'], 'trust_audits_entity_ref_idx');
    table.index(['board_ref', 'due_at', 'id'], 'trust_audits_board_ref_idx');
    table.unique(['predecessor_id'], {
      indexName: 'trust_audits_predecessor_uq',
      predicate: knex.whereNotNull('predecessor_id'),
    });
    table.index(['follow_up_at'], 'trust_audits_follow_up_at_idx', {
      predicate: knex.whereNotNull('follow_up_at'),
    });
  });
  await knex.raw(
    `create unique index trust_audits_open_uq on trust_audits (entity_ref) where ${OPEN}`,
  );
  await knex.raw(
    `create unique index trust_audits_quarterly_uq on trust_audits (entity_ref, quarter) where cause = 'quarterly'`,
  );
  await knex.raw(
    `create index trust_audits_lapses_at_idx on trust_audits (lapses_at) where ${OPEN}`,
  );
  await knex.schema.createTable('trust_audit_ratings', table => {
    table.comment('What each side of an audit said');
    table.text('audit_id').notNullable();
    table.text('side').notNullable().comment('team or board');
    table.text('rated_by').notNullable().comment('User ref');
    table.bigInteger('rated_at').notNullable().comment('UTC ms');
    table.text('ratings').notNullable().comment('JSON; a right for each area');
    table.text('note');
    table.primary(['audit_id', 'side'], 'trust_audit_ratings_pk');
    table
      .foreign('audit_id', 'trust_audit_ratings_audit_fk')
      .references('trust_audits.id')
      .onDelete('cascade');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('trust_audit_ratings');
  await knex.schema.dropTable('trust_audits');
};
