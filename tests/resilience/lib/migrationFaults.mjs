/*
 * Migrations that take long enough for something to happen meanwhile. Commands of Backstage itself, whose
 * scheduler and keys are in the same database, are left alone.
 */

const IS_OF_BACKSTAGE = `exists (
  select from pg_event_trigger_ddl_commands() where object_identity like '%backstage\\_backend%')`;

const SLOW_DOWN = `
  create schema slow;
  create function slow.on_command() returns event_trigger language plpgsql as $$
    begin
      if not ${IS_OF_BACKSTAGE} then
        perform pg_sleep(0.02);
      end if;
    end
  $$;
  create event trigger slow on ddl_command_end execute function slow.on_command();
`;

/** Every command that changes the schema takes 20 ms longer, so that processes that start at once do meet. */
export const slowDown = knex => knex.raw(SLOW_DOWN);

/**
 * Makes the server stop in the middle of a migration, after one of the commands that change the schema, until
 * it is told to go on. A process that is killed meanwhile leaves a statement that is under way, as it would in
 * a real migration.
 *
 * The counter is a sequence, which others see at once and which no rollback takes back.
 */
const INSTALL = `
  create schema held;
  create table held.control (migration int not null, command int not null, released boolean not null);
  create sequence held.commands minvalue 0 start 0;
  create function held.on_command() returns event_trigger language plpgsql as $$
    declare
      done int;
    begin
      if to_regclass('public.knex_migrations') is null or ${IS_OF_BACKSTAGE} then
        return;
      end if;
      execute 'select count(*) from public.knex_migrations' into done;
      if done <> (select migration from held.control) then
        return;
      end if;
      if nextval('held.commands') <> (select command from held.control) then
        return;
      end if;
      while not (select released from held.control) loop
        perform pg_sleep(0.02);
      end loop;
    end
  $$;
  create event trigger held on ddl_command_end execute function held.on_command();
`;

/** Does nothing but count until it is told where to hold. */
export async function installHold(knex) {
  await knex.raw(INSTALL);
  await knex('held.control').insert({
    migration: -1,
    command: -1,
    released: false,
  });
}

/** Takes everything away again, so that schemas compare. */
export async function removeHold(knex) {
  await knex.raw('drop event trigger held');
  await knex.raw('drop schema held cascade');
}

/**
 * @param options.migration - how many migrations are done before the one to hold in
 * @param options.command - the number of the command after which to hold, from 0
 */
export const holdAt = (knex, { migration, command }) =>
  knex('held.control').update({ migration, command, released: false });

/** How many commands were seen in the migration since {@link holdAt}. */
export async function countCommands(knex) {
  const { rows } = await knex.raw(
    'select case when is_called then last_value + 1 else last_value end as count from held.commands',
  );
  return Number(rows[0].count);
}

export const release = knex => knex('held.control').update({ released: true });
