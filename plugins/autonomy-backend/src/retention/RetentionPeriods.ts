import type { Policy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { deploymentReach } from '../evaluation/inputs/deploymentReach';

/** What reaches back from the edge of a window, such as an evaluation that comes late. */
const MARGIN = 30 * 86_400_000;
/** So long a delivery cannot be replayed; the longest that a source repeats one is far less. */
const DELIVERIES = 35 * 86_400_000;
/** Three years and a leap day: three times the same season. */
const ROLL_UPS = 1_096 * 86_400_000;

/**
 * How long what is kept, in milliseconds.
 *
 * @internal
 */
export interface RetentionPeriods {
  /** Evidence, after the last instant that needs it. */
  evidence: number;
  /** Everything about an entity, after it left. */
  departed: number;
  /** Deliveries of incident sources that are done. */
  deliveries: number;
  /** Deliveries that were set aside, and announcements that were given up. */
  quarantine: number;
  /** What evaluations said before, and what changed. */
  history: number;
  /** How many entities stood where on a day. */
  rollUps: number;
}

/**
 * The periods that follow from a policy: nothing that one of its windows can reach is deleted.
 *
 * @internal
 */
export function periodsOf(policy: Policy): RetentionPeriods {
  const { audits, facts, grants, reviews, trust } = policy;
  const longest = Math.max(
    deploymentReach(policy),
    trust.bypassFor,
    grants.maxDuration,
    audits.validFor,
  );
  return {
    evidence:
      longest + Math.max(MARGIN, reviews.reportWithin, facts.coverageSilence),
    departed: trust.window,
    deliveries: DELIVERIES,
    quarantine: trust.window,
    history: trust.window + MARGIN,
    rollUps: ROLL_UPS,
  };
}
