import type { CheckInsight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { appliesTo, type CheckCounts } from './CheckCounts';
import type { ExemptionCounts } from './CheckCountsQueries';
import type { CheckDay } from './CheckDaysQueries';
import type { NamedCheck } from './checksInForce';

/** Fewer days say nothing about a check that nobody fails. */
const ENOUGH_DAYS = 30;

/**
 * What is told of one check.
 *
 * @param facts - `entities`: in scope; `days`: on which it applied to anything, in the order of time
 * @internal
 */
export function toInsight(
  check: NamedCheck,
  facts: {
    counts?: CheckCounts;
    days?: readonly CheckDay[];
    entities: number;
    exemptions?: ExemptionCounts;
  },
): CheckInsight {
  const { counts = {}, days = [], entities, exemptions } = facts;
  const applies = appliesTo(counts);
  const { announced = 0, exempt = 0, fail = 0, pass = 0, unknown = 0 } = counts;
  return {
    ...check,
    applies,
    pass,
    fail,
    unknown,
    exempt,
    announced,
    passRate: share(pass, applies),
    unknownShare: share(unknown, applies),
    coverage: share(applies, entities),
    nobodyFails: days.length >= ENOUGH_DAYS && !days.some(isFailed),
    trend: days.map(day => ({
      day: day.day,
      passRate: (day.pass ?? 0) / appliesTo(day),
    })),
    exemptions: exemptions ?? { inForce: 0, requested: 0 },
  };
}

/** Whoever needs an exemption would fail without. */
function isFailed({ exempt = 0, fail = 0 }: CheckDay): boolean {
  return fail + exempt > 0;
}

function share(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
