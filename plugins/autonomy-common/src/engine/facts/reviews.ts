import type { Incident, Policy } from '../../model';
import { atLeastAsSevere } from '../consequences';
import { isReviewed, startOf } from '../incidents';
import type { Horizon } from '../time';

/** Post-incident reviews that are owed or done. Model section 5. */
export interface ReviewCounts {
  /** Done or overdue. */
  due: number;
  /** Done before they were due. */
  inTime: number;
}

/**
 * When the review of an incident is due: a while after its end, or after its start if it takes too long. Model
 * section 5; the facts about reviews follow the same rule.
 *
 * @returns UTC milliseconds; undefined for an incident that owes none
 * @public
 */
export function incidentReviewDueAt(
  incident: Incident,
  { reviews }: Pick<Policy, 'reviews'>,
): number | undefined {
  if (!atLeastAsSevere(incident.severity, reviews.severityFrom)) {
    return undefined;
  }
  const latest = startOf(incident) + reviews.unresolvedAfter;
  return Math.min(incident.resolvedAt ?? latest, latest) + reviews.dueAfter;
}

/** Counts the reviews of incidents that the entity answers for, within the window of trust. */
export function countReviews(
  incidents: readonly Incident[],
  policy: Policy,
  horizon: Horizon,
): ReviewCounts {
  const { now } = horizon;
  const counts: ReviewCounts = { due: 0, inTime: 0 };
  for (const incident of incidents) {
    const leavesAt = startOf(incident) + policy.trust.window;
    if (now >= leavesAt) continue;
    const dueAt = incidentReviewDueAt(incident, policy);
    if (dueAt === undefined) continue;
    horizon.add(leavesAt);
    if (isReviewed(incident, now)) {
      counts.due++;
      if (incident.review!.completedAt < dueAt) counts.inTime++;
    } else {
      horizon.add(dueAt);
      if (incident.review) horizon.add(incident.review.completedAt);
      if (dueAt <= now) counts.due++;
    }
  }
  return counts;
}
