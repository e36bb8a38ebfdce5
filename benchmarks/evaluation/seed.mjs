import { createHash } from 'node:crypto';
import { COLLECTORS, factsOf } from './policy.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const VARIANTS = 10;

/** The source of all incidents, and of the coverage. */
export const SOURCE = 'pagerduty';

/** Any number from 0 to below `limit`, the same in each run of a seed. */
const pick = (what, limit) =>
  `(('x' || substr(md5($1::text || n || '${what}' || i), 1, 8))::bit(32)::bigint % ${limit})`;

/**
 * What is known of each component n of a year. Of incidents there are three a component on average, and 10 % of
 * the components have 90 % of them; 5 % have an exemption. $1 is the seed, $2 now, $3 the number of components.
 */
const STATEMENTS = {
  facts: `
    insert into facts (entity_ref, collector, document, since, collected_at, ttl, recorded_at, content_hash)
    select 'component:default/component-' || n, f.collector, f.document,
      $2::bigint - ${pick('since', 200 * DAY)}, $2::bigint - ${HOUR}, ${
    2 * DAY
  }, $2::bigint - ${HOUR}, f.content_hash
    from generate_series(0, $3::int - 1) n, lateral (select n % ${VARIANTS} as i) v
      join benchmark_facts f on f.variant = v.i`,
  incidents: `
    insert into incidents (source, incident_id, entity_ref, title, severity, areas, started_at, resolved_at,
      irreversible, review, recorded_at, content_hash, occurred_at, consequences, class)
    select '${SOURCE}', 'I' || n || '-' || i, 'component:default/component-' || n, 'Incident ' || i,
      (array['low', 'low', 'medium', 'medium', 'high'])[1 + ${pick(
        'severity',
        5,
      )}],
      '["operations"]', t.at, t.at + ${2 * HOUR}, false,
      case when i % 3 > 0 then json_build_object('completedAt', t.at + ${
        5 * DAY
      }, 'actions',
        json_build_array(json_build_object('title', 'Mend it', 'closedAt', t.at + ${
          9 * DAY
        })))::text end,
      t.at + 60000, md5(n || '-' || i), t.at + ${
        2 * HOUR
      }, '{"operations":"medium"}', 'none'
    from generate_series(0, $3::int - 1) n,
      generate_series(1, case when n % 10 = 0 then 27 when n % 3 = 0 then 1 else 0 end) i,
      lateral (select $2::bigint - ${10 * DAY} - ${pick(
    'incident',
    340 * DAY,
  )} as at) t`,
  deployments: `
    insert into deployments (source, deployment_id, entity_ref, status, area, finished_at, committed_at,
      reviewed_at, version, recorded_at, content_hash)
    select 'ci', 'D' || n || '-' || i, 'component:default/component-' || n,
      case when ${pick(
        'status',
        12,
      )} = 0 then 'rolled-back' else 'succeeded' end, 'deployment',
      t.at, t.at - ${HOUR}, null, 'v' || i, t.at, md5(n || '+' || i)
    from generate_series(0, $3::int - 1) n, generate_series(1, 12) i,
      lateral (select $2::bigint - i * ${30 * DAY}::bigint + ${pick(
    'deployment',
    29 * DAY,
  )} as at) t`,
  coverage: `
    insert into coverage (entity_ref, source, from_at, last_heard_at, recorded_at, content_hash, follows_source)
    select 'component:default/component-' || n, '${SOURCE}', $2::bigint - ${
    365 * DAY
  }::bigint, $2::bigint, $2::bigint, md5(n::text), false
    from generate_series(0, $3::int - 1) n where $1::text <> ''`,
  exemptions: `
    insert into exemptions (id, entity_ref, check_id, reason, requested_by, approved_by, from_at, expires_at,
      recorded_at)
    select 'E' || n, 'component:default/component-' || n, 'delivery-' || (n / 20) % 5, 'The tool comes next month.',
      'user:default/someone', 'user:default/board', $2::bigint - ${
        10 * DAY
      }, $2::bigint + ${60 * DAY}::bigint, $2::bigint - ${10 * DAY}
    from generate_series(0, $3::int - 1) n where n % 20 = 7 and $1::text <> ''`,
};

/**
 * Fills the tables of evidence as the stores of the suite would.
 *
 * @param client - of the plugin's database, migrated and empty
 * @param options - `now` in UTC milliseconds
 * @returns rows by table
 */
export async function seed(client, { components, now, seed: number }) {
  await client.query(
    'create table benchmark_facts (collector text, variant int, document text, content_hash text)',
  );
  for (const collector of COLLECTORS) {
    for (let variant = 0; variant < VARIANTS; variant++) {
      await client.query(
        'insert into benchmark_facts values ($1, $2, $3, $4)',
        [collector, variant, ...documentOf(factsOf(collector, variant))],
      );
    }
  }
  const rows = {};
  for (const [table, sql] of Object.entries(STATEMENTS)) {
    const { rowCount } = await client.query(sql, [
      String(number),
      now,
      components,
    ]);
    rows[table] = rowCount;
  }
  await client.query('vacuum analyze');
  return rows;
}

/** A document and its fingerprint, as the store of facts makes them. */
function documentOf(facts) {
  const sorted = Object.fromEntries(
    Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return [
    JSON.stringify(facts),
    createHash('sha256').update(JSON.stringify(sorted)).digest('hex'),
  ];
}

/** Another check of one source fails from now on, and what was said before becomes history. */
const CHANGE = `
  with changed as (
    select f.*, b.document as new_document, b.content_hash as new_hash
    from facts f
      join benchmark_facts old on old.collector = f.collector and old.content_hash = f.content_hash
      join benchmark_facts b on b.collector = f.collector and b.variant = (old.variant + 1) % ${VARIANTS}
    where f.collector = $1
  ), history as (
    insert into fact_history (entity_ref, collector, since, collected_at, ttl, document, content_hash)
    select entity_ref, collector, since, collected_at, ttl, document, content_hash from changed
  )
  update facts f set document = c.new_document, content_hash = c.new_hash, since = $2::bigint, collected_at = $2::bigint,
    recorded_at = $2::bigint
  from changed c where f.entity_ref = c.entity_ref and f.collector = c.collector`;

const MARK = `
  update evaluation_queue q set version = version + 1, due_at = $1::bigint, asked_at = $1::bigint
  from facts f where f.entity_ref = q.entity_ref and f.collector = $2 and f.recorded_at = $1::bigint`;

/**
 * Changes facts of all components and tells nobody yet.
 *
 * @returns `mark`, which does, as the suite would in the same transaction; resolves to how many were marked
 */
export async function changeFacts(client) {
  const [collector] = COLLECTORS;
  const now = Date.now();
  await client.query(CHANGE, [collector, now]);
  return {
    async mark() {
      const { rowCount } = await client.query(MARK, [now, collector]);
      return rowCount;
    },
  };
}
