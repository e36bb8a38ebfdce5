// @ts-check

/*
 * Results. The body is stored as it is sent, so that reading a card is one indexed row passed on; the
 * narrow columns serve lists, filters and orders. One row for each entity in scope, rewritten only
 * when its result differs.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('evaluations', table => {
    table.comment('The latest result of each entity in scope');
    table.text('entity_ref').notNullable().primary();
    table.bigInteger('evaluated_at').notNullable().comment('UTC ms');
    table.text('policy_version').notNullable();
    table.integer('level').notNullable();
    table.text('level_title').notNullable();
    table.text('guardrail_status').notNullable();
    table
      .integer('guardrail_rank')
      .notNullable()
      .comment('Order of guardrail_status, the worst is highest');
    table.integer('guardrails_breached').notNullable();
    table.double('readiness').comment('0..100');
    table.text('readiness_band');
    table.integer('readiness_gaps').notNullable();
    table.double('accountability').notNullable().comment('0..1');
    table.text('body').notNullable().comment('JSON, ready to send');
    table
      .text('body_hash')
      .notNullable()
      .comment('Of the body without what merely follows the clock');
    table.index(['level'], 'evaluations_level_idx');
    table.index(['guardrail_rank'], 'evaluations_guardrail_rank_idx');
    table.index(['readiness'], 'evaluations_readiness_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('evaluations');
};
