import type { Knex } from 'knex';
import type { RetentionPeriods } from './RetentionPeriods';

/**
 * Where an entity stands, and what of its past is still needed.
 *
 * @internal
 */
export type Standing =
  /** Evaluated, or gone for less time than its record is kept. */
  | { kind: 'kept'; resumesAt: number; oldestNow: number }
  /** Gone for longer. */
  | { kind: 'departed' }
  /** Never in scope. */
  | { kind: 'unknown' };

interface CoverageEnd {
  entity_ref: string;
  covered_until: number | string;
}

interface RecordStart {
  evaluated_at: number | string;
  started_at: number | string | null;
  has_state: boolean | number;
}

/**
 * Where entities stand, by ref.
 *
 * @remarks
 *
 * An evaluation goes on from the last one through every instant in between, so windows of a kept entity may
 * end as early as `resumesAt`. Those of trust may end as early as `oldestNow`, because trust is computed as
 * of the end of the last coverage, or the first sight of an entity that was never covered. Both are rather
 * too early than too late.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export async function readStandings(
  trx: Knex.Transaction,
  entityRefs: Iterable<string>,
  periods: RetentionPeriods,
  now: number,
): Promise<Map<string, Standing>> {
  const refs = [...new Set(entityRefs)];
  const [firstSeen, departures, records, coveredUntil] = [
    await readFirstSeen(trx, refs),
    await readDepartures(trx, refs),
    await readRecords(trx, refs),
    await readCoveredUntil(trx, refs, now),
  ];

  return new Map(
    refs.map((ref): [string, Standing] => {
      const departure = departures.get(ref);
      const firstSeenAt = firstSeen.get(ref) ?? departure?.firstSeenAt;
      if (firstSeenAt === undefined) {
        return [ref, { kind: 'unknown' }];
      }
      if (departure && now - departure.departedAt >= periods.departed) {
        return [ref, { kind: 'departed' }];
      }
      const resumesAt = resumption(records.get(ref), periods, now);
      const asOf = coveredUntil.get(ref) ?? firstSeenAt;
      const oldestNow = Math.min(resumesAt, asOf);
      return [ref, { kind: 'kept', resumesAt, oldestNow }];
    }),
  );
}

/** Of entities in scope. */
async function readFirstSeen(trx: Knex.Transaction, refs: readonly string[]) {
  const rows = await trx('entities')
    .where('in_scope', true)
    .whereIn('entity_ref', refs)
    .select('entity_ref', 'first_seen_at');
  return new Map(
    rows.map((row): [string, number] => [
      row.entity_ref,
      Number(row.first_seen_at),
    ]),
  );
}

async function readDepartures(trx: Knex.Transaction, refs: readonly string[]) {
  const rows = await trx('departed_entities').whereIn('entity_ref', refs);
  return new Map(
    rows.map(row => [
      row.entity_ref as string,
      {
        departedAt: Number(row.departed_at),
        firstSeenAt: Number(row.first_seen_at),
      },
    ]),
  );
}

async function readRecords(trx: Knex.Transaction, refs: readonly string[]) {
  const rows = await trx('evaluations')
    .whereIn('entity_ref', refs)
    .select(
      'entity_ref',
      'evaluated_at',
      'started_at',
      trx.raw('state is not null as has_state'),
    );
  return new Map<string, RecordStart>(rows.map(row => [row.entity_ref, row]));
}

/** An open stretch lasts at least until its source was last heard. */
const COVERED_UNTIL = `case
  when coverage.to_at is not null then coverage.to_at
  when coverage.follows_source and incident_sources.last_heard_at > coverage.last_heard_at
    then incident_sources.last_heard_at
  else coverage.last_heard_at
end`;

async function readCoveredUntil(
  trx: Knex.Transaction,
  refs: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  const rows: CoverageEnd[] = await trx('coverage')
    .leftJoin('incident_sources', 'incident_sources.source', 'coverage.source')
    .whereIn('coverage.entity_ref', refs)
    .where('coverage.from_at', '<', now)
    .whereRaw(`coverage.from_at < ${COVERED_UNTIL}`)
    .groupBy('coverage.entity_ref')
    .select(
      'coverage.entity_ref',
      trx.raw(`max(${COVERED_UNTIL}) as covered_until`),
    );
  return new Map(rows.map(row => [row.entity_ref, Number(row.covered_until)]));
}

/**
 * The instant from which the next evaluation goes on. A record that begins, or begins anew, may look back
 * one window of trust first.
 */
function resumption(
  record: RecordStart | undefined,
  { departed: window }: RetentionPeriods,
  now: number,
): number {
  if (record && Boolean(record.has_state)) {
    return Math.min(now, Number(record.evaluated_at));
  }
  return Number(record?.started_at ?? now) - window;
}
