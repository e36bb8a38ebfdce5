import { createHash } from 'node:crypto';

const START = Date.UTC(2026, 0, 1);
const CHUNK = 100;

/** A value for the n-th row. */
const VALUE_OF = [
  // A text that is JSON as well, because some columns hold it.
  [/^(text|character varying|varchar)/, n => JSON.stringify(`text ${n}`)],
  [/^(bigint|bigserial)/, n => START + n],
  [/^(integer|smallint|int)/, n => n],
  [/^(double|float|real|numeric)/, n => n / 7],
  [/^boolean/, n => n % 2 === 1],
  [/^(bytea|blob)/, n => Buffer.from(`bytes ${n}`)],
  [/^(timestamp|datetime)/, n => new Date(START + n * 1_000)],
];

/**
 * A row of any table that differs from every other one.
 *
 * @param n - its number; every third one has nothing in the columns that may be empty
 */
export function rowOf({ columns, key }, n) {
  return Object.fromEntries(
    columns.map(({ isNullable, name, type }) => {
      const isEmpty = isNullable && !key.includes(name) && n % 3 === 0;
      const [, make] = VALUE_OF.find(([pattern]) => pattern.test(type)) ?? [];
      if (!make) throw new Error(`column ${name}: no values of type ${type}`);
      return [name, isEmpty ? null : make(n)];
    }),
  );
}

/**
 * Puts rows into each table.
 *
 * @param options.from - the number of the first row
 */
export async function fill(knex, tables, { count, from = 0 }) {
  for (const table of tables) {
    const rows = Array.from({ length: count }, (_, n) =>
      rowOf(table, from + n),
    );
    for (let n = 0; n < count; n += CHUNK) {
      await knex(table.name).insert(rows.slice(n, n + CHUNK));
    }
  }
}

/**
 * What is in the tables.
 *
 * @returns by table the number of `rows`, and by column a checksum of its values in the order of the key
 */
export async function sumUp(knex, tables) {
  const sums = {};
  for (const { columns, key, name } of tables) {
    const rows = await knex(name).select();
    const identified = rows.map(row => ({
      row,
      id: JSON.stringify(
        (key.length ? key : Object.keys(row)).map(k => row[k]),
      ),
    }));
    identified.sort((a, b) => (a.id < b.id ? -1 : 1));
    sums[name] = {
      rows: rows.length,
      columns: Object.fromEntries(
        columns.map(column => [
          column.name,
          checksum(
            identified.map(({ row }) => plain(row[column.name], column.type)),
          ),
        ]),
      ),
    };
  }
  return sums;
}

/** What differs in the columns that both know, as `table.column` or `table rows`. */
export function differencesOfSums(before, after) {
  return Object.entries(before).flatMap(([table, { columns, rows }]) => {
    const now = after[table];
    if (!now) return [];
    const changed = Object.keys(columns)
      .filter(name => name in now.columns)
      .filter(name => columns[name] !== now.columns[name])
      .map(name => `${table}.${name}`);
    return now.rows === rows ? changed : [`${table} rows`, ...changed];
  });
}

/** SQLite has numbers for booleans, PostgreSQL texts for large integers. */
function plain(value, type) {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (value === null || value === undefined) return null;
  if (/^boolean/.test(type)) return Boolean(value);
  return /^(bigint|integer)/.test(type) ? Number(value) : value;
}

const checksum = values =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex');
