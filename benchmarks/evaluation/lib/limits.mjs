import { chmodSync, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { connect } from './meter.mjs';

const AT_ONCE = 1_000;
const SMALL_BYTES = 507;
const COLUMNS = {
  entity_ref: 'text primary key',
  level: 'int not null',
  readiness: 'float8',
  body_hash: 'text not null',
  body: 'text not null',
  evaluated_at: 'bigint not null',
};
const TYPES = Object.values(COLUMNS).map(type => type.split(' ')[0]);
const NAMES = Object.keys(COLUMNS);

const UPSERT = table => `insert into ${table}
  select * from unnest(${TYPES.map((type, i) => `$${i + 1}::${type}[]`)})
  on conflict (entity_ref) do update set ${NAMES.slice(1).map(
    name => `${name} = excluded.${name}`,
  )} where ${table}.body_hash is distinct from excluded.body_hash`;

/**
 * The least that stores as many results: rows that are made beforehand, 1,000 to a statement, over one connection.
 * Once with the bytes of the suite's rows, body and state together, once with 507.
 *
 * @returns functions that resolve to seconds
 */
export async function createLimits({ connectionString, defer, folder, size }) {
  const client = await connect(connectionString, defer);
  const query = async (sql, values) => (await client.query(sql, values)).rows;
  const refs = (
    await query('select entity_ref from evaluations order by 1')
  ).map(row => row.entity_ref);
  // Those of some stand for all, so that it takes no room to have them at hand.
  const bodies = (
    await query(
      "select body || coalesce(state, '') as body from evaluations order by md5(entity_ref) limit $1",
      [AT_ONCE],
    )
  ).map(row => row.body);
  const small = bodies.map(body => body.slice(0, SMALL_BYTES));
  for (const table of ['limit_rows', 'limit_small']) {
    const columns = Object.entries(COLUMNS).map(each => each.join(' '));
    await query(`create table ${table} (${columns})`);
  }

  let round = 0;
  async function upsert(table, texts) {
    round += 1;
    let seconds = 0;
    for (let from = 0; from < size; from += AT_ONCE) {
      const part = refs.slice(from, from + AT_ONCE);
      const values = [
        part,
        part.map(() => 1 + (round % 4)),
        part.map((_, i) => i % 100),
        part.map(ref => `${round} ${ref} ${'0'.repeat(40)}`),
        part.map((_, i) => texts[i % texts.length]),
        part.map(() => Date.now()),
      ];
      const begun = performance.now();
      await query(UPSERT(table), values);
      seconds += (performance.now() - begun) / 1_000;
    }
    return seconds;
  }

  const timed = async work => {
    const begun = performance.now();
    await work();
    return (performance.now() - begun) / 1_000;
  };
  const file = path.join(folder, 'rows.copy');
  const writeRows = () => writeCopyFile({ bodies, file, refs });

  return {
    bodyBytes: Math.round(
      bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) /
        bodies.length,
    ),
    upsert: () => upsert('limit_rows', bodies),
    upsertSmall: () => upsert('limit_small', small),
    async copy() {
      await writeRows();
      await query('create table if not exists limit_copy (like limit_rows)');
      await query('truncate limit_copy');
      return timed(() => query(`copy limit_copy from '${file}'`));
    },
    readHashes: () =>
      timed(() => query('select entity_ref, body_hash from evaluations')),
  };
}

/** Of the server's own reading, so that sending takes no part in it. */
async function writeCopyFile({ bodies, file, refs }) {
  const escaped = bodies.map(body => body.replace(/\\/g, '\\\\'));
  const out = createWriteStream(file);
  for (const [i, ref] of refs.entries()) {
    const line = [ref, 1, i % 100, `${i} ${'0'.repeat(60)}`];
    const text = `${line.join('\t')}\t${escaped[i % escaped.length]}\t1\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  chmodSync(file, 0o644);
}
