// @ts-check

/*
 * What evaluations said before, what changed and why, and how many stood where on each day.
 *
 * All three grow with changes and never with evaluations. A point is written where a figure moved visibly;
 * trust that grows back makes about 40 in a year. Events are some ten a year for a calm entity. A day
 * makes one row for each domain, system, owner and the organisation: 2,000 rows for 100,000 entities.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('evaluation_points', table => {
    table.comment('Figures of an entity from an instant on');
    table.text('entity_ref').notNullable();
    table.bigInteger('at').notNullable().comment('UTC ms');
    table.text('policy_version').notNullable();
    table.integer('level').notNullable();
    table.text('guardrail_status').notNullable();
    table.double('readiness').comment('0..100');
    table.text('readiness_band');
    table.double('accountability').notNullable().comment('0..1');
    table.text('trust').notNullable().comment('JSON, 0..1 by area');
    table.text('rights').notNullable().comment('JSON, 1..5 by area');
    table.text('state').comment('JSON, for evaluations of a past instant');
    table.primary(['entity_ref', 'at'], 'evaluation_points_pk');
    table.index(['at'], 'evaluation_points_at_idx');
  });

  await knex.schema.createTable('evaluation_events', table => {
    table.comment('What changed from one evaluation to the next');
    table.text('id').notNullable().primary();
    table.text('entity_ref').notNullable();
    table.bigInteger('at').notNullable().comment('UTC ms; when it happened');
    table.bigInteger('recorded_at').notNullable().comment('UTC ms');
    table.text('policy_version').notNullable();
    table.text('kind').notNullable();
    table.text('cause').notNullable();
    table.text('event').notNullable().comment('JSON');
    table.index(['entity_ref', 'at', 'id'], 'evaluation_events_entity_idx');
    table.index(['at', 'id'], 'evaluation_events_at_idx');
  });

  await knex.schema.createTable('daily_roll_ups', table => {
    table.comment('How many entities stood where at the end of a day');
    table.text('day').notNullable().comment('YYYY-MM-DD, UTC');
    table
      .text('kind')
      .notNullable()
      .comment('organisation, domain, system or owner');
    table.text('ref').notNullable().comment('Empty: the organisation, or none');
    table.integer('entities').notNullable();
    for (const level of [1, 2, 3, 4]) {
      table.integer(`level_${level}`).notNullable();
    }
    for (const status of ['none', 'ok', 'exempt', 'at_risk', 'breached']) {
      table.integer(`guardrails_${status}`).notNullable();
    }
    table.integer('guardrails_unknown').notNullable();
    table.integer('guardrail_pairs').notNullable();
    table.integer('guardrail_pairs_exempt').notNullable();
    table.double('readiness_sum').notNullable();
    table.integer('readiness_count').notNullable();
    table.double('accountability_sum').notNullable();
    table.integer('surplus').notNullable();
    table.integer('deficit').notNullable();
    table.integer('stale').notNullable();
    table.primary(['day', 'kind', 'ref'], 'daily_roll_ups_pk');
    table.index(['kind', 'ref', 'day'], 'daily_roll_ups_ref_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('daily_roll_ups');
  await knex.schema.dropTable('evaluation_events');
  await knex.schema.dropTable('evaluation_points');
};
