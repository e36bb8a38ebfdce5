import type { Incident, TrustPolicy } from '../../model';
import { atLeastAsSevere } from '../consequences';
import { incidentRef, isOpen, isReviewed, startOf } from '../incidents';
import type { TrustContext } from './TrustContext';

/** Adds the recorded instants to come at which more has been learnt. */
function addInstants(
  { reopenedAt, resolvedAt, review }: Incident,
  { horizon }: TrustContext,
): void {
  if (resolvedAt !== undefined) horizon.add(resolvedAt);
  if (reopenedAt !== undefined) horizon.add(reopenedAt);
  if (review === undefined) return;
  horizon.add(review.completedAt);
  for (const { closedAt } of review.actions) {
    if (closedAt !== undefined) horizon.add(closedAt);
  }
}

/** Whether what a review asked for is done, and the incident has not come back since. */
function isSettled(incident: Incident, now: number): boolean {
  if (isOpen(incident, now)) return false;
  const { reopenedAt = Infinity, review } = incident;
  const since = reopenedAt <= now ? reopenedAt : -Infinity;
  const counts = (doneAt: number | undefined) =>
    doneAt !== undefined && doneAt <= now && doneAt > since;
  const { actions, completedAt, noActionNeeded } = review!;
  return actions.length > 0
    ? actions.every(({ closedAt }) => counts(closedAt))
    : noActionNeeded === true && counts(completedAt);
}

/**
 * What is left of a loss after the incident's review alone, 0..1.
 * @param now - UTC milliseconds
 */
export function reviewFactor(
  incident: Incident,
  { learning }: Pick<TrustPolicy, 'learning'>,
  now: number,
): number {
  if (!isReviewed(incident, now)) return 1;
  const { completedAt } = incident.review!;
  // What was written before it began teaches nothing about it.
  if (completedAt < startOf(incident)) return 1;
  let factor = learning.reviewed;
  if (isSettled(incident, now)) {
    factor = Math.min(factor, learning.actionsClosed);
  }
  if (
    incident.severity === 'low' &&
    completedAt - startOf(incident) < learning.lowReviewedWithin
  ) {
    factor = Math.min(factor, learning.lowReviewed);
  }
  return factor;
}

/** Whether the area failed again, and not in a small way, before a completed plan could prove itself. */
function repeated(
  incidents: readonly Incident[],
  completedAt: number,
  { unreliableFrom, learning }: TrustPolicy,
): boolean {
  return incidents.some(incident => {
    const after = startOf(incident) - completedAt;
    return (
      after >= 0 &&
      after < learning.planHeldAfter &&
      atLeastAsSevere(incident.severity, unreliableFrom)
    );
  });
}

/** What completed plans that answer the incident are worth. */
function planFactor(
  incident: Incident,
  incidents: readonly Incident[],
  { trust, completedPlans, horizon, asOf, moving }: TrustContext,
): number {
  const { learning } = trust;
  const ref = incidentRef(incident);
  let factor = 1;
  for (const { plan, endedAt } of completedPlans) {
    // A plan that was over before the incident began has taught nothing about it.
    if (endedAt === undefined || endedAt < startOf(incident)) continue;
    if (!plan.incidents.includes(ref)) continue;
    factor = Math.min(factor, learning.actionsClosed);
    if (repeated(incidents, endedAt, trust)) continue;
    // While nobody watches nothing is forgiven: whether it holds is asked as of `t*`.
    if (asOf - endedAt >= learning.planHeldAfter) {
      factor = Math.min(factor, learning.planHeld);
    } else if (moving) {
      horizon.add(endedAt + learning.planHeldAfter);
    }
  }
  return factor;
}

/**
 * What is left of a loss after what was learnt from it, 0..1. Model section 7.
 * @param incidents - all of the area
 */
export function learningFactor(
  incident: Incident,
  incidents: readonly Incident[],
  context: TrustContext,
): number {
  const { trust, completedPlans, horizon } = context;
  addInstants(incident, context);
  const factor = reviewFactor(incident, trust, horizon.now);
  return completedPlans.length === 0 || isOpen(incident, horizon.now)
    ? factor
    : Math.min(factor, planFactor(incident, incidents, context));
}
