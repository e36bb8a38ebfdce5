// @ts-check

/*
 * What of the catalog's word about tier and governance domain counts. A move to a laxer tier or domain waits for the
 * board that receives the entity; until it is approved the stricter side counts, and `entity_context` holds that. One
 * row for each entity that was ever in scope, written only when something of it changes; partial indexes find the few
 * that wait for somebody.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('placements', table => {
    table.comment('Where entities stand in the organisation');
    table.text('entity_ref').notNullable();
    table.text('domain_ref').comment('Settled, as the next five');
    table.text('domain_chain').notNullable().comment('JSON array of refs');
    table.text('board_ref');
    table.integer('tier').notNullable().comment('Effective');
    table.integer('declared_tier');
    table.integer('computed_tier');
    table.text('owner_ref').comment('The last one that the board knows');
    table.text('pending').comment('JSON; what waits for a board');
    table.text('move').comment('What waits, in words; null: nothing');
    table.text('asked_move').comment('What an open proposal is about');
    table.text('rejected_move').comment('What a board rejected');
    table.text('difference').comment('tier-<declared>-<computed>; null: none');
    table.text('asked_difference').comment('What an open proposal is about');
    table.text('known_difference').comment('What a board has looked at');
    table.primary(['entity_ref'], 'placements_pk');
  });
  await knex.raw(
    `create index placements_moves_idx on placements (entity_ref) where move is not null or asked_move is not null`,
  );
  await knex.raw(
    `create index placements_differences_idx on placements (entity_ref) where difference is not null or asked_difference is not null`,
  );
  // What counted until now was settled: nobody has to approve it.
  await knex.raw(`
    insert into placements (
      entity_ref, domain_ref, domain_chain, board_ref, tier, declared_tier, computed_tier, owner_ref
    )
    select entity_context.entity_ref, domain_ref,
      coalesce(domain_chain, case when domain_ref is null then '[]' else '["' || domain_ref || '"]' end),
      board_ref, tier, declared_tier, computed_tier, owner_ref
    from entity_context
    join entities on entities.entity_ref = entity_context.entity_ref
  `);
  // So that the next sweep looks for what is different.
  await knex('index_state').update({ derived_with: '' });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('placements');
  // So that contexts are again what the catalog says.
  await knex('index_state').update({ derived_with: '' });
};
