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

/** When a review is due: a while after the end, or after the start if it takes too long. */
function dueAtOf(incident: Incident, reviews: Policy['reviews']): number {
  const latest = startOf(incident) + reviews.unresolvedAfter;
  return Math.min(incident.resolvedAt ?? latest, latest) + reviews.dueAfter;
}

/** Counts the reviews of incidents that the entity answers for, within the window of trust. */
export function countReviews(
  incidents: readonly Incident[],
  { reviews, trust }: Policy,
  horizon: Horizon,
): ReviewCounts {
  const { now } = horizon;
  const counts: ReviewCounts = { due: 0, inTime: 0 };
  for (const incident of incidents) {
    const leavesAt = startOf(incident) + trust.window;
    if (now >= leavesAt) continue;
    if (!atLeastAsSevere(incident.severity, reviews.severityFrom)) continue;
    const dueAt = dueAtOf(incident, reviews);
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
