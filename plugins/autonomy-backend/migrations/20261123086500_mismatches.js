// @ts-check

/*
 * Where teams decide more or less than is recommended, as rows that a list reads in its order, and what the risk matrix
 * counts, as letters beside the rights of a result. Results that are there have neither until they are made anew, which
 * a new version of the method sees to.
 *
 * A row only where there is a difference: some 300,000 for 100,000 entities that were audited. The expressions of the
 * indexes are those of the queries, for only then an index serves them.
 */

const TABLE = 'evaluation_mismatches';
const LETTERS = ['consequences', 'mismatches'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable(TABLE, table => {
    table.comment('Areas in which a team decides more or less than advised');
    table.text('entity_ref').notNullable();
    table.text('area').notNullable();
    table.text('consequence').notNullable();
    table.integer('actual').notNullable().comment('1..5');
    table.text('source').notNullable().comment('grant, agreed or claimed');
    table.integer('recommended').notNullable().comment('1..5');
    table.integer('effective').notNullable().comment('1..5');
    table.integer('difference').notNullable().comment('Above 0: surplus');
    table.double('priority').notNullable();
    table.double('trust').notNullable().comment('0..1');
    table.primary(['entity_ref', 'area'], 'evaluation_mismatches_pk');
  });
  for (const [kind, condition] of [
    ['surplus', 'difference > 0'],
    ['deficit', 'difference < 0'],
  ]) {
    await knex.raw(
      `create index ${TABLE}_${kind}_idx on ${TABLE} ((-priority), entity_ref, area) where ${condition}`,
    );
  }
  await knex.schema.alterTable('evaluations', table => {
    for (const column of LETTERS) {
      table.text(column).comment('A letter for each area; null: older result');
    }
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table.dropColumns(...LETTERS);
  });
  await knex.schema.dropTable(TABLE);
};
