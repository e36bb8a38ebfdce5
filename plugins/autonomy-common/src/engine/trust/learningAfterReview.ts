import type { Incident, IncidentReview, TrustPolicy } from '../../model';
import { reviewFactor } from './learning';

/**
 * What would be left of an incident's loss with another review, 0..1: what a line of the trust account says
 * with the review at hand, and what completed plans have lifted it to besides. Model section 7.
 *
 * @param options - `learningFactor`: of the line; `now`: UTC milliseconds
 * @public
 */
export function learningAfterReview(options: {
  incident: Incident;
  review: IncidentReview;
  learningFactor: number;
  learning: TrustPolicy['learning'];
  now: number;
}): number {
  const { incident, learning, learningFactor, now, review } = options;
  const factorOf = (state: Incident) => reviewFactor(state, { learning }, now);
  // What is less than the review explains comes from a plan, and stays.
  const fromPlans = learningFactor < factorOf(incident) ? learningFactor : 1;
  return Math.min(fromPlans, factorOf({ ...incident, review }));
}
