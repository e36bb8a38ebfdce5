import type { Incident, TrustPolicy } from '../../model';
import { isOpen, isReviewed, startOf } from '../incidents';

/** What is left of a loss after what was learnt from it, 0..1. Model section 7. */
export function learningFactor(
  incident: Incident,
  { learning }: TrustPolicy,
  now: number,
): number {
  if (!isReviewed(incident, now)) return 1;
  const { completedAt, actions, noActionNeeded } = incident.review!;
  const factors = [learning.reviewed];
  // Reopened, it shows that the actions did not help.
  const allClosed =
    !isOpen(incident, now) &&
    actions.every(({ closedAt }) => closedAt !== undefined && closedAt <= now);
  if (allClosed && (actions.length > 0 || noActionNeeded)) {
    factors.push(learning.actionsClosed);
  }
  if (
    incident.severity === 'low' &&
    completedAt - startOf(incident) < learning.lowReviewedWithin
  ) {
    factors.push(learning.lowReviewed);
  }
  return Math.min(...factors);
}
