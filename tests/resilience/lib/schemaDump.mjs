/*
 * What a database looks like, in lines of text that compare: no tool of PostgreSQL is at hand that would
 * tell it. Tables of knex and of Backstage's scheduler are left out.
 */

const isOurs = name =>
  !name.startsWith('knex_') && !name.startsWith('backstage_backend_');

/** @returns sorted lines */
export const dumpSchema = knex =>
  knex.client.config.client === 'pg' ? dumpPostgres(knex) : dumpSqlite(knex);

/** The tables of the plugin, by name: `{ name, columns: [{ name, type, isNullable }], key: [column] }`. */
export const readTables = knex =>
  knex.client.config.client === 'pg'
    ? readPostgresTables(knex)
    : readSqliteTables(knex);

/** What only one of two dumps says. */
export const differencesOf = (before, after) => [
  ...before.filter(line => !after.includes(line)).map(line => `- ${line}`),
  ...after.filter(line => !before.includes(line)).map(line => `+ ${line}`),
];

async function dumpPostgres(knex) {
  const lines = await Promise.all(
    Object.entries(POSTGRES_PARTS).map(async ([part, sql]) => {
      const { rows } = await knex.raw(sql);
      return rows
        .filter(({ owner }) => isOurs(owner))
        .map(({ owner, text }) => `${part} ${owner}: ${text}`);
    }),
  );
  return lines.flat().sort();
}

// Columns are numbered anew: what was dropped leaves a gap that nobody sees.
const POSTGRES_PARTS = {
  column: `select c.relname as owner,
      concat_ws(' ', row_number() over (partition by c.oid order by a.attnum), a.attname,
        format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
        'default ' || pg_get_expr(d.adbin, d.adrelid), '-- ' || col_description(c.oid, a.attnum)) as text
    from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and a.attnum > 0 and not a.attisdropped`,
  table: `select relname as owner, concat_ws(' ', relkind, relpersistence, obj_description(oid)) as text
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
  index: `select tablename as owner, indexdef as text from pg_indexes where schemaname = 'public'`,
  constraint: `select conrelid::regclass::text as owner, conname || ' ' || pg_get_constraintdef(oid) as text
    from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0`,
  trigger: `select tgrelid::regclass::text as owner, pg_get_triggerdef(oid) as text
    from pg_trigger where not tgisinternal`,
  function: `select proname as owner, pg_get_functiondef(oid) as text
    from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'`,
};

async function readPostgresTables(knex) {
  const { rows } = await knex.raw(
    `select c.relname as name,
        json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'isNullable', not a.attnotnull) order by a.attnum) as columns,
        coalesce((select json_agg(k.attname order by k.attname) from pg_index i
          join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey)
          where i.indrelid = c.oid and i.indisprimary), '[]') as key
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      group by c.oid, c.relname order by c.relname`,
  );
  return rows.filter(({ name }) => isOurs(name));
}

async function dumpSqlite(knex) {
  const tables = await readSqliteTables(knex);
  const lines = [];
  for (const { name } of tables) {
    const columns = await knex.raw(`pragma table_xinfo('${name}')`);
    columns.forEach(({ cid, dflt_value: fallback, ...column }) =>
      lines.push(
        `column ${name}: ${cid} ${column.name} ${column.type.toLowerCase()} ${
          column.notnull ? 'not null' : ''
        } default ${fallback} key ${column.pk}`,
      ),
    );
    for (const index of await knex.raw(`pragma index_list('${name}')`)) {
      const of = await knex.raw(`pragma index_xinfo('${index.name}')`);
      const said = of.filter(({ key }) => key).map(each => each.name);
      lines.push(
        `index ${name}: ${index.name} (${said}) unique ${index.unique} ${index.origin} partial ${index.partial}`,
      );
    }
  }
  const owners = tables.map(({ name }) => name);
  const others = await knex('sqlite_master')
    .whereNot('type', 'table')
    .whereIn('tbl_name', owners)
    .whereNotNull('sql');
  // Spaces and quotes are as they were written, which knex does anew when it makes a table again.
  others.forEach(({ sql, tbl_name: owner, type }) =>
    lines.push(
      `${type} ${owner}: ${sql.replace(/["`]/g, '').replace(/\s+/g, ' ')}`,
    ),
  );
  return lines.sort();
}

async function readSqliteTables(knex) {
  const tables = await knex('sqlite_master')
    .where('type', 'table')
    .whereNot('name', 'like', 'sqlite_%')
    .orderBy('name')
    .pluck('name');
  return Promise.all(
    tables.filter(isOurs).map(async name => {
      const columns = await knex.raw(`pragma table_info('${name}')`);
      return {
        name,
        columns: columns.map(column => ({
          name: column.name,
          type: column.type.toLowerCase(),
          isNullable: !column.notnull && !column.pk,
        })),
        key: columns
          .filter(({ pk }) => pk)
          .map(column => column.name)
          .sort(),
      };
    }),
  );
}
