// @ts-check

/*
 * Drafts of the policy that are tried on every entity. A row of `simulations` is a job as well: whoever claims it
 * evaluates the next chunk of entities and writes what comes of it together with how far it got. An entity in which
 * nothing would change has no row of `simulation_moves`; a draft that touches everything makes as many rows as there
 * are entities, of about 1 kB. Both go after thirty days, unless something was published after looking at them.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('simulations', table => {
    table.comment('Drafts that are tried on every entity');
    table.text('id').notNullable().primary();
    table
      .text('state')
      .notNullable()
      .comment('queued, running, done, cancelled or failed');
    table.text('yaml').notNullable().comment('The texts that are tried');
    table.text('draft_id').comment('Null: the texts were sent');
    table.integer('draft_revision');
    table.text('created_by').notNullable().comment('User ref or subject');
    table.bigInteger('created_at').notNullable().comment('UTC ms');
    table.bigInteger('finished_at').comment('UTC ms');
    table
      .bigInteger('as_of')
      .notNullable()
      .comment('UTC ms; when both sides are evaluated');
    table
      .text('compared_with')
      .notNullable()
      .comment('Version of the policy on the other side');
    table.text('changes').notNullable().comment('JSON, between the policies');
    table.text('cursor').comment('The last entity that was evaluated');
    table.integer('done').notNullable().defaultTo(0);
    table.integer('total').notNullable();
    table.integer('failed').notNullable().defaultTo(0);
    table.text('failed_reason').comment('Of the first one');
    table.text('at_once').notNullable().comment('JSON, counts');
    table.text('settled').notNullable().comment('JSON, counts');
    table
      .integer('restarts')
      .notNullable()
      .defaultTo(0)
      .comment('How often the policy in force changed meanwhile');
    table.text('message').comment('What went wrong last');
    table
      .boolean('expired')
      .notNullable()
      .defaultTo(false)
      .comment('It is being deleted');
    table.bigInteger('due_at').comment('UTC ms; null: nothing left to do');
    table.text('ticket').comment('Of the worker that has it');
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['due_at', 'id'], 'simulations_due_at_idx');
    table.index(['created_at', 'id'], 'simulations_created_at_idx');
    table.index(['draft_id', 'created_at'], 'simulations_draft_id_idx');
  });

  await knex.schema.createTable('simulation_moves', table => {
    table.comment('Entities in which a draft would change something');
    table.text('simulation_id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('at_once').comment('JSON; null: nothing changes at once');
    table.text('settled').comment('JSON; null: nothing changes in the end');
    table
      .integer('at_once_kinds')
      .notNullable()
      .comment('A bit for each kind of move');
    table.integer('settled_kinds').notNullable().comment('The same');
    table.primary(['simulation_id', 'entity_ref'], 'simulation_moves_pk');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('simulation_moves');
  await knex.schema.dropTable('simulations');
};
