/*
 * A clock of a database that can be set. Of two functions of one name PostgreSQL takes that of the schema which
 * is named first, so that the suite asks as ever and is told another time.
 */
const INSTALL = `
  create table test_clock (shift_ms bigint not null);
  insert into test_clock values (0);
  create function public.clock_timestamp() returns timestamptz language sql volatile as $$
    select pg_catalog.clock_timestamp() + (select shift_ms from public.test_clock) * interval '1 millisecond'
  $$;
`;

/**
 * Makes a database with such a clock; sessions that are open already keep the right one.
 *
 * @param options.zone - the time zone of its sessions
 * @returns `now`, UTC milliseconds, and `shift`, which sets how far it is from the right time
 */
export async function createDatabaseWithClock({
  name,
  postgres,
  zone = 'UTC',
}) {
  const ask = (sql, values) => postgres.query(name, sql, values);
  await postgres.query('postgres', `create database ${name}`);
  await ask(INSTALL);
  await ask(`alter database ${name} set search_path = public, pg_catalog`);
  await ask(`alter database ${name} set timezone = '${zone}'`);
  return {
    ask,
    async now() {
      const [row] = await ask(
        'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
      );
      return row.now;
    },
    shift: milliseconds =>
      ask('update test_clock set shift_ms = $1', [Math.round(milliseconds)]),
  };
}
