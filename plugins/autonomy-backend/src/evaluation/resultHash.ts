import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { contentHash } from '../database';

/** Fields that follow the clock and nothing else. */
const CLOCK_FIELDS = new Set(['evaluatedAt', 'asOf']);
/** Trust grows a little every minute; a thousandth is the smallest step that is written. */
const STEPS = 1_000;

/**
 * A fingerprint of what a result says. Results with the same one are not worth a write.
 *
 * @internal
 */
export function resultHash(evaluation: Evaluation): string {
  return contentHash(
    JSON.parse(JSON.stringify(evaluation), (key, value) => {
      if (CLOCK_FIELDS.has(key)) {
        return undefined;
      }
      return typeof value === 'number' && !Number.isInteger(value)
        ? Math.round(value * STEPS) / STEPS
        : value;
    }),
  );
}
