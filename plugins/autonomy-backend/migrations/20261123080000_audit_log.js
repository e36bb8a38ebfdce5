// @ts-check

/*
 * What people decided and published, for good: a chain of hashes for each governance domain, so that no chain waits
 * for another. The head of a chain is the row that writers wait for; entries are only ever added, which triggers see
 * to on both databases. Some ten thousand rows a year for 100,000 entities.
 */

const TABLE = 'audit_log';
const REFUSAL = 'entries of the audit log are never changed or removed';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_chains', table => {
    table.comment('The last entry of each chain of the audit log');
    table.text('chain').notNullable();
    table.integer('sequence').notNullable();
    table.text('hash').notNullable().comment('SHA-256, hexadecimal');
    table.primary(['chain'], 'audit_chains_pk');
  });
  await knex.schema.createTable(TABLE, table => {
    table.comment('Decisions and publications by people; append-only');
    table
      .text('chain')
      .notNullable()
      .comment('Ref of a governance domain, or central');
    table.integer('sequence').notNullable().comment('From 1');
    table.bigInteger('at').notNullable().comment('UTC ms');
    table.text('actor_ref').notNullable();
    table.text('action').notNullable();
    table.text('entity_ref');
    table.text('details').notNullable().comment('JSON');
    table.text('previous_hash').notNullable();
    table.text('hash').notNullable();
    table.primary(['chain', 'sequence'], 'audit_log_pk');
    table.index(['entity_ref'], 'audit_log_entity_ref_idx');
  });
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      `create function ${TABLE}_refuse() returns trigger language plpgsql as $$ begin raise exception '${REFUSAL}'; end $$`,
    );
    await knex.raw(
      `create trigger ${TABLE}_append_only before update or delete on ${TABLE} for each row execute function ${TABLE}_refuse()`,
    );
    await knex.raw(
      `create trigger ${TABLE}_keep before truncate on ${TABLE} for each statement execute function ${TABLE}_refuse()`,
    );
    return;
  }
  for (const event of ['update', 'delete']) {
    await knex.raw(
      `create trigger ${TABLE}_no_${event} before ${event} on ${TABLE} begin select raise(abort, '${REFUSAL}'); end`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable(TABLE);
  if (knex.client.config.client === 'pg') {
    await knex.raw(`drop function ${TABLE}_refuse()`);
  }
  await knex.schema.dropTable('audit_chains');
};
