import type {
  CheckResult,
  Evaluation,
  EvaluationState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createHash } from 'node:crypto';

/** Fields that follow the clock; what comes of them shows elsewhere, as amounts of trust. */
const CLOCK_FIELDS = new Set([
  'evaluatedAt',
  'nextChangeAt',
  'asOf',
  'months',
  'ageFactor',
]);
/**
 * Instants that move along: when evidence was last confirmed, and where the window of trust begins.
 * They are worth a write a day; what goes stale or drops out of the window shows by itself.
 */
const MOVING_FIELDS = new Set(['collectedAt', 'lastHeardAt', 'since']);
/** Where checks stand in a list, and not under `check`. */
const CHECK_LISTS = new Set(['checks', 'announced']);
const DAY_MS = 86_400_000;
/** Trust grows a little every minute; a thousandth is the smallest step that is written. */
const STEPS = 1_000;

/**
 * A fingerprint of what a result says and leaves to the next one. Results with the same one are not worth a write.
 *
 * @remarks
 *
 * The engine always builds a result in the same order, so keys are not sorted first: it would take
 * longer than the evaluation itself.
 *
 * @internal
 */
export function resultHash(result: {
  evaluation: Evaluation;
  state?: EvaluationState;
}): string {
  return createHash('sha256')
    .update(JSON.stringify(result, withoutClock))
    .digest('hex');
}

function withoutClock(key: string, value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return CLOCK_FIELDS.has(key) ? undefined : stepOf(key, value);
    case 'object':
      if (key === 'check') {
        return markOf(value as CheckResult);
      }
      return CHECK_LISTS.has(key)
        ? (value as CheckResult[]).map(markOf)
        : value;
    default:
      return value;
  }
}

function stepOf(key: string, value: number): number {
  return MOVING_FIELDS.has(key)
    ? Math.floor(value / DAY_MS)
    : Math.round(value * STEPS) / STEPS;
}

/**
 * What can differ in the result of a check under one policy. Its words are most of a result, and follow from the
 * policy and its id.
 */
function markOf(check: CheckResult): string {
  const { attestation, exemption, reads, score, points, lost } = check;
  const marks: unknown[] = [
    check.id,
    check.state,
    check.stale,
    check.linked,
    check.attestable,
    check.unknownReason,
    check.effectiveFrom,
    check.underlying,
    check.overlay,
    exemption && JSON.stringify(exemption),
    attestation && JSON.stringify(attestation),
  ];
  for (const figure of [score, points, lost]) {
    marks.push(figure === undefined ? '' : stepOf('', figure));
  }
  for (const { collectedAt, path, state, value } of reads) {
    marks.push(path, state);
    marks.push(
      collectedAt === undefined ? '' : stepOf('collectedAt', collectedAt),
    );
    marks.push(
      typeof value === 'number' ? stepOf('', value) : JSON.stringify(value),
    );
  }
  return marks.join(' ');
}
