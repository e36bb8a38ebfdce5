import type { Knex } from 'knex';
import { difference } from 'lodash';
import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings, type Standing } from '../standings';
import { walkTable } from '../walkTable';
import { incidentKey, mergedWith, spread } from './mergedIncidents';

type Instant = number | string | null;

interface Row {
  started_at: Instant;
  source: string;
  incident_id: string;
  entity_ref: string;
  caused_by: string | null;
  affected: string | null;
  merged_into: string | null;
  resolved_at: Instant;
  content_hash: string;
}

/** What happened or was said of an incident keeps it, as its start does. */
const NEWS = [
  'started_at',
  'recorded_at',
  'updated_at',
  'occurred_at',
  'resolved_at',
  'reopened_at',
  'classified_at',
] as const;

const COLUMNS = [
  ...NEWS,
  'entity_ref',
  'caused_by',
  'affected',
  'merged_into',
] as (keyof Row)[];

/**
 * Incidents that count for nobody any more.
 *
 * @remarks
 *
 * Age alone does not tell: without coverage nothing is forgiven, and what is open stays so however long it
 * takes. The parts of one incident count together, so that they stay or go together.
 *
 * @internal
 */
export function incidents(periods: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'incidents',
    table: 'incidents',
    key: ['started_at', 'source', 'incident_id'],
    numericKey: ['started_at'],
    version: 'content_hash',
    columns: COLUMNS,
    before: now => now - periods.evidence,
    async selectSpent(trx, rows, now) {
      const old = await withoutNeeded(trx, rows, periods, now);
      const linked = await readLinked(trx, old);
      const oldLinked = await withoutNeeded(trx, linked, periods, now);
      const counting = spread(difference(linked, oldLinked), linked);
      return withoutNamed(
        trx,
        old.filter(row => !counting.has(incidentKey(row))),
      );
    },
  });
}

async function withoutNeeded(
  trx: Knex.Transaction,
  rows: readonly Row[],
  periods: RetentionPeriods,
  now: number,
): Promise<Row[]> {
  const refs = rows.flatMap(refsOf);
  const standings = await readStandings(trx, refs, periods, now);
  const since = now - periods.evidence;
  return rows.filter(
    row =>
      lastNewsOf(row) < since &&
      !refsOf(row).some(ref =>
        isNeededBy(standings.get(ref)!, row, now, periods),
      ),
  );
}

function isNeededBy(
  standing: Standing,
  row: Row,
  now: number,
  { evidence }: RetentionPeriods,
): boolean {
  return (
    standing.kind === 'kept' &&
    (isOpen(row, now) || lastNewsOf(row) >= standing.oldestNow - evidence)
  );
}

/** Who answers for it, and who is shown it. */
function refsOf({ affected, caused_by: cause, entity_ref: ref }: Row) {
  return [ref, ...(cause ? [cause] : []), ...JSON.parse(affected ?? '[]')];
}

function isOpen({ resolved_at: resolvedAt }: Row, now: number): boolean {
  return resolvedAt === null || Number(resolvedAt) > now;
}

function lastNewsOf(row: Row): number {
  const instants = NEWS.map(column => (row as Record<string, any>)[column]);
  return Math.max(...instants.map(Number));
}

/** Those that are merged with some of the rows, these included. */
function readLinked(
  trx: Knex.Transaction,
  rows: readonly Row[],
): Promise<Row[]> {
  return mergedWith(rows, async keys => {
    const columns = ['source', 'incident_id', ...COLUMNS];
    const parts = trx('incidents')
      .whereNotNull('merged_into')
      .whereIn(['source', 'merged_into'], keys);
    const wholes = trx('incidents').whereIn(['source', 'incident_id'], keys);
    return [
      ...(await parts.select(columns)),
      ...(await wholes.select(columns)),
    ];
  });
}

/** A rollback is explained by the incident that it names, whenever that began. */
async function withoutNamed(
  trx: Knex.Transaction,
  rows: readonly Row[],
): Promise<Row[]> {
  const named = await trx('deployments')
    .whereNotNull('incident_id')
    .whereIn(
      'incident_id',
      rows.map(row => row.incident_id),
    )
    .distinct('incident_id');
  const ids = new Set(named.map(row => row.incident_id));
  return rows.filter(row => !ids.has(row.incident_id));
}
