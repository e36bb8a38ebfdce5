// @ts-check

/*
 * How checks fare. Results get the states of all their checks as letters, a few dozen bytes each, so that the database
 * can count them; those that are there have none until they are made anew.
 *
 * A day makes one row for each check in the organisation and in each domain in which it applies: 50 checks in 100
 * domains make 5,000 rows a day, and the 90 days of the organisation are 4,500 rows in a stretch.
 */

const LETTERS = [
  'guardrail_check_states',
  'level_states',
  'accountability_states',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('evaluations', table => {
    for (const column of LETTERS) {
      table.text(column).comment('One letter a check; null: an older result');
    }
  });
  await knex.schema.createTable('check_days', table => {
    table.comment('How many entities passed what at the end of a day');
    table.text('day').notNullable().comment('YYYY-MM-DD, UTC');
    table.text('domain_ref').notNullable().comment('Empty: the organisation');
    table.text('role').notNullable();
    table.text('check_id').notNullable();
    for (const count of ['applies', 'pass', 'fail', 'unknown', 'exempt']) {
      table.integer(count).notNullable();
    }
    table.primary(['day', 'domain_ref', 'role', 'check_id'], 'check_days_pk');
    table.index(['domain_ref', 'day'], 'check_days_domain_ref_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('check_days');
  await knex.schema.alterTable('evaluations', table => {
    table.dropColumns(...LETTERS);
  });
};
