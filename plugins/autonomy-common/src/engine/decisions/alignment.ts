import type { Alignment, DecisionRecord, DriftKind, Policy } from '../../model';
import { reaches, share } from '../math';
import { daysOfDecisions } from './owedOutcomes';

/**
 * Whether decisions, usually those of a governance domain, serve an objective and are looked back
 * on. Keyed by nobody. Model section 11.
 *
 * @param now - UTC milliseconds
 * @public
 */
export function alignment(
  decisions: Iterable<DecisionRecord>,
  policy: Policy,
  now: number,
): Alignment {
  const { driftBelow, maxBad } = policy.decisions;
  const { minDecisions } = policy.fatigue;
  const days = daysOfDecisions(decisions, policy.decisions, now);
  let tied = 0;
  let due = 0;
  let recorded = 0;
  let outcomes = 0;
  let bad = 0;
  for (const day of days) {
    if (day.tied) tied++;
    if (day.owed && now >= day.dueAt) {
      due++;
      if (day.outcome) recorded++;
    }
    if (day.outcome) outcomes++;
    if (day.outcome === 'bad' || day.outcome === 'rolled-back') bad++;
  }
  const known = (good: number, all: number) =>
    all >= minDecisions ? share(good, all) : undefined;
  const objectiveShare = known(tied, days.length);
  const outcomeShare = known(recorded, due);
  const fine = known(outcomes - bad, outcomes);
  const badShare = fine === undefined ? undefined : 1 - fine;

  const drift: DriftKind[] = [];
  if (!reaches(objectiveShare ?? 1, driftBelow)) drift.push('objective');
  if (!reaches(outcomeShare ?? 1, driftBelow)) drift.push('outcome');
  if (!reaches(maxBad, badShare ?? 0)) drift.push('bad');
  return {
    decisions: days.length,
    tied,
    objectiveShare,
    due,
    recorded,
    outcomeShare,
    outcomes,
    bad,
    badShare,
    drift,
  };
}
