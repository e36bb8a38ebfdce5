import { createHash } from 'node:crypto';

/** Whose report changes, and which of its facts, a boolean. */
const COLLECTOR = 'observability';
const FACT = 'tracing';

/** `$1` is UTC milliseconds; what was said before becomes history, as the store of facts does it. */
const CHANGE = `
  with changed as (
    select f.*, c.next from facts f join benchmark_changes c using (content_hash) where collector = '${COLLECTOR}'
  ), history as (
    insert into fact_history (entity_ref, collector, since, collected_at, ttl, document, content_hash)
    select entity_ref, collector, since, collected_at, ttl, document, content_hash from changed
  )
  update facts f set document = n.document, content_hash = n.content_hash, since = $1, collected_at = $1
  from changed c join benchmark_changes n on n.content_hash = c.next
  where f.entity_ref = c.entity_ref and f.collector = c.collector`;

/** As the suite marks what changed, but all at once. */
const MARK = `update evaluation_queue set version = version + 1, due_at = $1, asked_at = $1, attempts = 0`;

/** What the report says when the fact says the contrary. */
export const contrary = values => ({ ...values, [FACT]: !values[FACT] });

/**
 * From now on one fact of each component says the contrary of before.
 *
 * @param client - of the plugin's database
 * @returns `mark`, which tells the suite
 */
export async function changeFacts(client) {
  await prepare(client);
  const { rows } = await client.query(
    'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
  );
  const [{ now }] = rows;
  await client.query(CHANGE, [now]);
  return { mark: () => client.query(MARK, [now]) };
}

/** Which report follows which; there are 32 different ones. */
async function prepare(client) {
  const { rows } = await client.query(
    "select to_regclass('benchmark_changes') is null as is_missing",
  );
  if (!rows[0].is_missing) return;
  await client.query(
    'create table benchmark_changes (content_hash text primary key, document text, next text)',
  );
  const { rows: reports } = await client.query(
    `select distinct document from facts where collector = '${COLLECTOR}'`,
  );
  for (const { document } of reports) {
    const values = JSON.parse(document);
    for (const each of [values, contrary(values)]) {
      await client.query(
        'insert into benchmark_changes values ($1, $2, $3) on conflict do nothing',
        [hashOf(each), JSON.stringify(each), hashOf(contrary(each))],
      );
    }
  }
}

/** As the store of facts makes it. */
function hashOf(values) {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(sorted)))
    .digest('hex');
}
