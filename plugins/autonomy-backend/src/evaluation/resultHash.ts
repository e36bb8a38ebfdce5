import type {
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
  if (typeof value !== 'number') {
    return value;
  }
  if (CLOCK_FIELDS.has(key)) {
    return undefined;
  }
  return MOVING_FIELDS.has(key)
    ? Math.floor(value / DAY_MS)
    : Math.round(value * STEPS) / STEPS;
}
