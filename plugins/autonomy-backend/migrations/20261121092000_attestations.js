// @ts-check

/*
 * The owners' own word: answers to checks that no machine answers, and reviews of deployments.
 *
 * Attestations are only ever added. `sequence` counts the words on one check of one entity, so that two
 * people who answer at once are told apart by the key, and not by a clock. A word that is taken back is
 * marked, because what counted until then must stay to be told.
 *
 * A review that the owners record is kept beside the one that the source reports: a later report never
 * touches it. Adding nullable columns rewrites no row.
 *
 * Expected size: a few words a year for each attestable check of an entity, of which there are ten.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('attestations', table => {
    table.comment(
      'Answers of owners to checks; the latest on each check counts',
    );
    table.text('id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('check_id').notNullable();
    table.integer('sequence').notNullable().comment('1 is the first word');
    table.text('answer').notNullable().comment('yes or no');
    table.text('evidence_url');
    table.text('note');
    table.text('attested_by').notNullable().comment('User ref');
    table.text('owner_ref').notNullable().comment('Owner at the time');
    table.bigInteger('recorded_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.bigInteger('withdrawn_at');
    table.primary(['id'], 'attestations_pk');
    table.unique(['entity_ref', 'check_id', 'sequence'], {
      indexName: 'attestations_sequence_uq',
    });
  });

  await knex.schema.alterTable('deployments', table => {
    table.text('review_url');
    table.bigInteger('own_reviewed_at').comment('As the owners recorded it');
    table.text('own_review_url');
    // Lists are read from the newest on, across entities.
    table.index(
      ['finished_at', 'source', 'deployment_id'],
      'deployments_finished_at_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deployments', table => {
    table.dropIndex(
      ['finished_at', 'source', 'deployment_id'],
      'deployments_finished_at_idx',
    );
  });
  await knex.schema.alterTable('deployments', table => {
    table.dropColumns('review_url', 'own_reviewed_at', 'own_review_url');
  });
  await knex.schema.dropTable('attestations');
};
