import type { Incident, Policy } from '../../model';
import { consequencesFor } from '../consequences';
import type { EvaluationInput } from '../EvaluationInput';
import { incidentKey, startOf } from '../incidents';
import { reaches } from '../math';
import { planStandings } from '../plans';
import { Horizon, knownAt } from '../time';
import { trustByArea } from '../trust';
import type { RepairAdvice } from './RepairAdvice';

/**
 * Trust in some areas one millisecond before an incident began, without it and from what had
 * happened and was recorded by then.
 */
export function trustBefore(
  input: EvaluationInput,
  policy: Policy,
  incident: Incident,
  areas: readonly string[],
): RepairAdvice['trustBefore'] {
  const horizon = new Horizon(startOf(incident) - 1);
  const { entity, incidents, coverage, plans } = knownAt(input, horizon.now);
  const ends = Object.entries(input.prior?.plans ?? {}).filter(
    ([, { at }]) => at <= horizon.now,
  );
  const values = trustByArea({
    entityRef: entity.entityRef,
    firstSeenAt: entity.firstSeenAt,
    incidents: incidents.filter(
      other => incidentKey(other) !== incidentKey(incident),
    ),
    coverage,
    plans: planStandings(
      plans,
      Object.fromEntries(ends),
      () => false,
      horizon,
      policy.repair,
    ),
    consequences: consequencesFor(entity.tier.effective, policy),
    policy,
    horizon,
  })
    .map(({ result: { area, value } }) => ({ area, value }))
    .filter(({ area }) => areas.includes(area));
  const value = Math.min(...values.map(each => each.value));
  return {
    value,
    weak: !reaches(value, policy.repair.weakTrustBelow),
    areas: values,
  };
}
