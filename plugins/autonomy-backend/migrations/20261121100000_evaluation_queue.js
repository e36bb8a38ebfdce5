// @ts-check

/*
 * Which entities are to be evaluated, and when.
 *
 * One row for each entity that was ever marked, 100,000 at the most so far: whatever changes the evidence of
 * an entity raises its version and makes it due in the same transaction; an evaluation puts its next
 * change there. Rows are updated in place, some 150 bytes each.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('evaluation_queue', table => {
    table.comment('When each entity is evaluated next');
    table.text('entity_ref').notNullable().primary();
    table
      .bigInteger('due_at')
      .comment('UTC ms; null: not before something changes');
    table.text('ticket').comment('Of the worker that has it');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('How often it was taken since it was last evaluated');
    table
      .bigInteger('version')
      .notNullable()
      .comment('Of its evidence; raised by every change');
    table
      .bigInteger('evaluated_version')
      .notNullable()
      .defaultTo(0)
      .comment('Of the evidence of the last evaluation');
    table
      .bigInteger('asked_at')
      .comment('UTC ms; since when a change waits; null: none does');
    table.text('reason').comment('Why the last attempt failed');
    table.bigInteger('quarantined_at').comment('UTC ms; given up');
    table.index(['due_at', 'entity_ref'], 'evaluation_queue_due_at_idx');
    // Of those that wait or were given up only, which are few or none.
    table.index(['asked_at'], 'evaluation_queue_asked_at_idx', {
      predicate: knex.whereNotNull('asked_at'),
    });
    table.index(['quarantined_at'], 'evaluation_queue_quarantined_at_idx', {
      predicate: knex.whereNotNull('quarantined_at'),
    });
  });

  await knex.schema.createTable('policy_in_force', table => {
    table.comment('One row: by which policy results are made');
    table.text('id').notNullable().primary();
    table.text('made_with').notNullable();
    table.bigInteger('renewed_at').notNullable().comment('UTC ms');
  });

  await knex.schema.createTable('evaluation_sweep', table => {
    table.comment('One row: how far the search for missed changes is');
    table.text('id').notNullable().primary();
    table.bigInteger('started_at').comment('UTC ms');
    table.text('cursor').comment('The last ref that was looked at');
    table.integer('checked').notNullable();
    table.integer('missed').notNullable();
    table.text('missed_refs').notNullable().comment('JSON, the first of them');
    table.text('last').comment('JSON, the last complete one');
  });

  await knex.schema.createTable('evaluation_shapes', table => {
    table.comment('What the letters of narrow columns are about; a few rows');
    table.text('id').notNullable().primary();
    table.text('shape').notNullable().comment('JSON');
  });

  await knex.schema.alterTable('evaluations', table => {
    table
      .bigInteger('version')
      .notNullable()
      .defaultTo(0)
      .comment('Of the evidence that it was made of');
    table
      .text('made_with')
      .comment('Fingerprint of the policy and the engine; null: older');
    table.integer('eligible_level');
    table.bigInteger('at_risk_since').comment('UTC ms; null: not at risk');
    table.integer('proposed_level').comment('An open proposal');
    table.double('surplus').comment('The highest priority; null: none');
    table.double('deficit').comment('The highest priority; null: none');
    table
      .boolean('stale')
      .notNullable()
      .defaultTo(false)
      .comment('Made of stale facts or watched by a silent source');
    table.text('shape_id').comment('Of the three columns that follow');
    table.text('rights').comment('A digit for each area');
    table.text('readiness_states').comment('A letter for each check');
    table.text('guardrail_states').comment('A letter for each guardrail');
    table.text('history_key').comment('Fingerprint of the last point');
    table
      .text('former_outcome')
      .comment('JSON, of a record that is begun anew; null: it goes on');
    table.index(['surplus'], 'evaluations_surplus_idx', {
      predicate: knex.whereNotNull('surplus'),
    });
    table.index(['deficit'], 'evaluations_deficit_idx', {
      predicate: knex.whereNotNull('deficit'),
    });
    table.dropIndex(['next_change_at'], 'evaluations_next_change_at_idx');
  });
};

const ADDED_COLUMNS = [
  'version',
  'made_with',
  'eligible_level',
  'at_risk_since',
  'proposed_level',
  'surplus',
  'deficit',
  'stale',
  'shape_id',
  'rights',
  'readiness_states',
  'guardrail_states',
  'history_key',
  'former_outcome',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table.dropIndex(['deficit'], 'evaluations_deficit_idx');
    table.dropIndex(['surplus'], 'evaluations_surplus_idx');
    table.index(['next_change_at'], 'evaluations_next_change_at_idx');
  });
  await knex.schema.alterTable('evaluations', table => {
    table.dropColumns(...ADDED_COLUMNS);
  });
  await knex.schema.dropTable('evaluation_shapes');
  await knex.schema.dropTable('evaluation_sweep');
  await knex.schema.dropTable('policy_in_force');
  await knex.schema.dropTable('evaluation_queue');
};
