/*
 * Notes in the database itself who took which entity for evaluation and what was written of it, so that no
 * process has to be believed.
 */
import { DATABASE as USUAL } from './backend.mjs';

// In the order in which workers take them, so that nobody waits for somebody who waits for this.
const INSTALL = `
  begin;
  lock table evaluation_queue, evaluations in access exclusive mode;
  create schema watch;
  create table watch.takes (id bigserial, at timestamptz not null default clock_timestamp(),
    entity_ref text not null, version bigint not null, ticket text not null);
  create table watch.writes (id bigserial, at timestamptz not null default clock_timestamp(),
    entity_ref text not null, before bigint, after bigint not null, evaluated_before bigint, evaluated_at bigint not null);
  create table watch.finishes (id bigserial, at timestamptz not null default clock_timestamp(),
    entity_ref text not null, before bigint not null, after bigint not null);

  create function watch.on_take() returns trigger language plpgsql as $$
    begin
      insert into watch.takes (entity_ref, version, ticket) values (new.entity_ref, new.version, new.ticket);
      return null;
    end
  $$;
  create trigger watch_take after update of ticket on evaluation_queue for each row
    when (new.ticket is not null and new.ticket is distinct from old.ticket) execute function watch.on_take();

  create function watch.on_finish() returns trigger language plpgsql as $$
    begin
      insert into watch.finishes (entity_ref, before, after)
        values (new.entity_ref, old.evaluated_version, new.evaluated_version);
      return null;
    end
  $$;
  create trigger watch_finish after update of evaluated_version on evaluation_queue for each row
    when (new.evaluated_version is distinct from old.evaluated_version) execute function watch.on_finish();

  create function watch.on_write() returns trigger language plpgsql as $$
    begin
      insert into watch.writes (entity_ref, before, after, evaluated_before, evaluated_at)
        values (new.entity_ref, old.version, new.version, old.evaluated_at, new.evaluated_at);
      return null;
    end
  $$;
  create trigger watch_write after insert or update of body on evaluations for each row
    execute function watch.on_write();
  commit;
`;

/** Several takes of one version: the first of a process that was lost, the second of the one that came after it. */
const FIGURES = `
  select (select count(*)::int from watch.takes) as takes,
    (select count(*)::int from watch.writes) as writes,
    (select count(*)::int from watch.writes where after < before) as "staleOverwrites",
    (select count(*)::int from watch.finishes where after < before) as "staleFinishes",
    (select count(*)::int from watch.writes where evaluated_at < evaluated_before) as "wentBack",
    (select coalesce(max(n), 0)::int from (select count(*) as n from watch.takes group by entity_ref, version) t)
      as "mostTakesOfAVersion",
    (select count(*)::int from (select from watch.takes group by entity_ref, version having count(*) > 1) t)
      as "takenAgain"`;

/** Notes everything from now on. */
export async function installWatch(postgres, database = USUAL) {
  await postgres.query(database, INSTALL);
}

/** Forgets what was noted. */
export async function clearWatch(postgres) {
  await postgres.query(
    USUAL,
    'truncate watch.takes, watch.writes, watch.finishes',
  );
}

/** What was noted, in numbers. */
export async function readWatch(postgres, database = USUAL) {
  const [figures] = await postgres.query(database, FIGURES);
  return figures;
}
