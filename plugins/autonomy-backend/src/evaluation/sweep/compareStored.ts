import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant } from '../../database';
import type { QueueRow } from '../queue';
import type { PreparedResult } from '../results';

/** Columns that follow trust, which moves all the time without being due, or only the clock. */
const MOVING: ReadonlySet<string> = new Set([
  'surplus',
  'deficit',
  'evaluated_at',
  'version',
  'body_hash',
  'next_change_at',
  'history_key',
  'made_with',
]);

/**
 * What is read of a stored result to compare it; bodies are large.
 *
 * @internal
 */
export const COMPARED_COLUMNS = [
  'entity_ref',
  'accountability',
  'accountability_states',
  'at_risk_since',
  'body_hash',
  'consequences',
  'deficit',
  'eligible_level',
  'former_outcome',
  'guardrail_check_states',
  'guardrail_rank',
  'guardrail_states',
  'guardrail_status',
  'guardrails_breached',
  'level',
  'level_states',
  'level_title',
  'made_with',
  'mismatches',
  'policy_version',
  'proposed_level',
  'readiness',
  'readiness_band',
  'readiness_gaps',
  'readiness_states',
  'restarts',
  'rights',
  'shape_id',
  'stale',
  'started_at',
  'surplus',
];

const TOLERANCE = 1e-6;

/**
 * What a look at one entity shows: `moved` is what may happen by itself, such as trust that grew.
 *
 * @internal
 */
export type Finding = 'same' | 'moved' | 'missed';

/**
 * Compares what an evaluation says with what is stored, of an entity that nothing is due for.
 *
 * @internal
 */
export function compareStored(
  { events, row }: PreparedResult,
  stored: Record<string, unknown> | undefined,
  queued: Pick<QueueRow, 'due_at'> | undefined,
): Finding {
  if (stored && stored.made_with !== row.made_with) {
    return 'moved';
  }
  if (!stored || !queued || events.length > 0) {
    return 'missed';
  }
  const differs = Object.entries(row).some(
    ([column, value]) =>
      !MOVING.has(column) && plain(stored[column], value) !== value,
  );
  const dueAt = toInstant(queued.due_at) ?? Infinity;
  const isLate = (row.next_change_at ?? Infinity) < dueAt;
  if (differs || isLate) {
    return 'missed';
  }
  return stored.body_hash === row.body_hash ? 'same' : 'moved';
}

/**
 * Whether trust is lower than what is stored; time alone never takes any away.
 *
 * @param body - of the stored result
 * @internal
 */
export function hasFallen({ result }: PreparedResult, body: string): boolean {
  const stored: Evaluation = JSON.parse(body);
  const before = new Map(stored.trust.map(({ area, value }) => [area, value]));
  return result.step.trust.some(
    ({ area, value }) => value < (before.get(area) ?? 0) - TOLERANCE,
  );
}

/** PostgreSQL gives a bigint as text, SQLite a boolean as a number. */
function plain(stored: unknown, like: unknown): unknown {
  if (stored === null || stored === undefined) {
    return null;
  }
  return typeof like === 'boolean'
    ? Boolean(stored)
    : (typeof like === 'number' && Number(stored)) || stored;
}
