import { setTimeout as sleep } from 'node:timers/promises';

/*
 * The limit: the least that stores results of the same size and reads them, with nothing evaluated. It has a
 * table of the same columns and indexes in a schema of its own.
 *
 * Rows are written a hundred to a statement, which is the quickest for texts of this size: arrays that are
 * unnested took 1.4 times as long with 100 rows, and four times as long with 1,000.
 */

const BATCH = 100;
const SMALL_BYTES = 507;
/** Rows that are taken as they are; the others repeat them under other names. */
const SAMPLE = 1_000;

/** `($1, $2), ($3, $4)` */
const placeholders = (rows, columns) =>
  Array.from(
    { length: rows },
    (_, row) =>
      `(${Array.from(
        { length: columns },
        (__, n) => `$${row * columns + n + 1}`,
      )})`,
  ).join();

/**
 * @param options.watcher - client of the plugin's database, where all results are
 * @param options.folder - where both this process and PostgreSQL may write
 */
export async function createLimit({ components, folder, watcher }) {
  await watcher.query('create schema limits');
  await watcher.query(
    'create table limits.evaluations (like public.evaluations including all)',
  );
  await watcher.query(
    'insert into limits.evaluations select * from evaluations',
  );
  await watcher.query('vacuum analyze limits.evaluations');
  const { rows: sample } = await watcher.query(
    `select * from evaluations order by md5(entity_ref) limit ${SAMPLE}`,
  );
  const { rows: refs } = await watcher.query(
    'select entity_ref from evaluations order by entity_ref',
  );
  let round = 0;

  const names = Object.keys(sample[0]);
  const upsertOf = count => `insert into limits.evaluations (${names})
    values ${placeholders(count, names.length)}
    on conflict (entity_ref) do update set ${names.map(
      name => `${name} = excluded.${name}`,
    )}
    where evaluations.body_hash is distinct from excluded.body_hash`;

  return {
    /** Every result anew, in statements of 100 rows; seconds. */
    async upsert() {
      round += 1;
      const begun = performance.now();
      for (let from = 0; from < components; from += BATCH) {
        const part = refs
          .slice(from, from + BATCH)
          .map(({ entity_ref: ref }, n) => {
            const row = sample[(from + n) % sample.length];
            return {
              ...row,
              entity_ref: ref,
              body_hash: `${round} ${row.body_hash}`,
            };
          });
        await watcher.query(
          upsertOf(part.length),
          part.flatMap(row => names.map(name => row[name])),
        );
      }
      return (performance.now() - begun) / 1_000;
    },
    /** Likewise with rows of 507 bytes in a table of six columns, with the primary key alone; seconds. */
    async upsertSmall() {
      await watcher.query(
        `create table if not exists limits.small (entity_ref text primary key, level int, score float8, hash text,
          body text, at bigint)`,
      );
      round += 1;
      const begun = performance.now();
      for (let from = 0; from < components; from += BATCH) {
        const rows = refs
          .slice(from, from + BATCH)
          .map(({ entity_ref: ref }, n) => {
            const { body, body_hash: hash } =
              sample[(from + n) % sample.length];
            const text = body.slice(0, SMALL_BYTES);
            return [ref, 1, n, `${round} ${hash}`, text, round];
          });
        await watcher.query(
          `insert into limits.small values ${placeholders(rows.length, 6)}
            on conflict (entity_ref) do update set level = excluded.level, score = excluded.score,
              hash = excluded.hash, body = excluded.body, at = excluded.at
            where small.hash is distinct from excluded.hash`,
          rows.flat(),
        );
      }
      return (performance.now() - begun) / 1_000;
    },
    /** The same rows by COPY, into an empty table; seconds. */
    async copy() {
      // PostgreSQL runs as another user and writes to its own folder.
      const file = `${folder}/postgres/limit.copy`;
      await watcher.query(`copy limits.evaluations to '${file}'`);
      await watcher.query(
        'create table limits.copied (like public.evaluations including all)',
      );
      const begun = performance.now();
      await watcher.query(`copy limits.copied from '${file}'`);
      const seconds = (performance.now() - begun) / 1_000;
      await watcher.query('drop table limits.copied');
      return seconds;
    },
    /** All hashes; seconds. */
    async readHashes() {
      const begun = performance.now();
      await watcher.query(
        'select entity_ref, body_hash from limits.evaluations',
      );
      return (performance.now() - begun) / 1_000;
    },
    /** What a list shows of all, and making text of it; seconds. */
    async readNarrow() {
      const begun = performance.now();
      const { rows } = await watcher.query(
        `select entity_ref, level, level_title, guardrail_status, readiness, readiness_band, readiness_gaps,
          accountability, surplus, deficit, stale, evaluated_at from limits.evaluations order by readiness`,
      );
      JSON.stringify(rows);
      return (performance.now() - begun) / 1_000;
    },
    /** An incident and a result, each committed on its own, one after the other; milliseconds. */
    async writeTwice(count) {
      const waits = [];
      await watcher.query(
        'create table if not exists limits.incidents (like public.incidents including all)',
      );
      const { rows: incidents } = await watcher.query(
        'select * from incidents limit 1',
      );
      const fields = Object.keys(incidents[0]);
      for (let n = 0; n < count; n++) {
        const { entity_ref: ref } = refs[(n * 7919) % refs.length];
        const incident = { ...incidents[0], incident_id: `${round} ${n}` };
        const { body, state } = sample[n % sample.length];
        const begun = performance.now();
        await watcher.query(
          `insert into limits.incidents (${fields}) values (${fields.map(
            (_, i) => `$${i + 1}`,
          )})
            on conflict do nothing`,
          fields.map(name => incident[name]),
        );
        await watcher.query(
          'update limits.evaluations set body = $2, state = $3, evaluated_at = evaluated_at + 1 where entity_ref = $1',
          [ref, body, state],
        );
        waits.push(performance.now() - begun);
        await sleep(1);
      }
      return waits;
    },
  };
}
