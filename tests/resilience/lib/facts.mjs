import { DATABASE } from './backend.mjs';

const TTL_MS = 2 * 86_400_000;
/** Of the built-in checks, two read these. */
const COLLECTOR = 'observability';
const documentOf = holds => ({
  structuredLogs: holds,
  metrics: true,
  tracing: holds,
});

const CHANGE_ALL = `
  with before as (
    insert into fact_history (entity_ref, collector, since, collected_at, ttl, document, content_hash)
    select entity_ref, collector, since, collected_at, ttl, document, content_hash from facts where collector = $1
  ), after as (
    insert into facts (entity_ref, collector, document, since, collected_at, ttl, recorded_at, content_hash)
    select entity_ref, $1, $2, $3::bigint, $3, $4::bigint, $3, md5($2) from evaluation_queue
    on conflict (entity_ref, collector) do update set document = excluded.document, since = excluded.since,
      collected_at = excluded.collected_at, recorded_at = excluded.recorded_at, content_hash = excluded.content_hash
  )
  update evaluation_queue set version = version + 1, due_at = $3, asked_at = $3`;

/** Something else is known of every entity, and all of them are marked, in one transaction. */
export async function changeAll(postgres, holds) {
  await postgres.query(DATABASE, CHANGE_ALL, [
    COLLECTOR,
    JSON.stringify(documentOf(holds)),
    Date.now(),
    TTL_MS,
  ]);
}

/**
 * Pushes facts about components.
 *
 * @returns the status of the answer; 0 where there was none within the time
 */
export async function pushFacts(
  backend,
  components,
  holds,
  timeoutMs = 60_000,
) {
  const collectedAt = new Date().toISOString();
  try {
    const { status } = await backend.send('/api/autonomy/v1/facts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        items: components.map(n => ({
          entityRef: `component:default/component-${n}`,
          collector: COLLECTOR,
          facts: documentOf(holds),
          collectedAt,
          ttl: 'P2D',
        })),
      }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return status;
  } catch {
    return 0;
  }
}
