import type { Incident, RepairPolicy } from '../../model';
import type { CompiledPolicy } from '../CompiledPolicy';
import type { EvaluationInput } from '../EvaluationInput';
import { incidentRef, isDebitedTo } from '../incidents';
import { reaches } from '../math';
import { touchedAreas } from '../trust';
import type { PlanDraft, RepairAdvice } from './RepairAdvice';
import { reasonsOf, ruleFor, type RepairRule } from './rules';
import { trustBefore } from './trustBefore';

/** Answers of a team's anonymous pulse about safety. @public */
export interface SafetyPulse {
  /** Mean answer, 1..5. */
  mean: number;
  at: number;
}

/** @public */
export interface RepairOptions {
  input: EvaluationInput;
  policy: CompiledPolicy;
  incident: Incident;
  /** The latest pulse. */
  pulse?: SafetyPulse;
  /** UTC milliseconds. */
  now: number;
}

function safetyOf(
  pulse: SafetyPulse | undefined,
  { pulseValidFor, lowSafetyBelow, highSafetyFrom }: RepairPolicy,
  now: number,
): RepairAdvice['safety'] {
  const recent =
    pulse && pulse.at <= now && now - pulse.at < pulseValidFor
      ? pulse
      : undefined;
  if (!recent) return { level: 'medium' };
  const { mean, at } = recent;
  if (!reaches(mean, lowSafetyBelow)) return { level: 'low', mean, at };
  return {
    level: reaches(mean, highSafetyFrom) ? 'high' : 'medium',
    mean,
    at,
  };
}

function draftOf(
  { approach, cap }: RepairRule,
  areas: string[],
  { incident, input, now }: RepairOptions,
  policy: RepairPolicy,
): PlanDraft | undefined {
  if (approach === undefined) return undefined;
  const { duration, maxDuration, cap: usualCap } = policy.plans[approach];
  return {
    entityRef: input.entity.entityRef,
    approach,
    areas,
    cap: cap === undefined ? usualCap : policy[cap],
    criteria: [],
    incidents: [incidentRef(incident)],
    startsAt: now,
    endsAt: now + Math.min(duration, maxDuration),
  };
}

/**
 * Which repair fits a failure, as a draft that caps nothing until team and board have signed it.
 * Its success criteria are left to them: which checks would show the repair is a judgement.
 * A failure that another entity caused, or nobody here, needs no repair of this one.
 * Model section 9.
 * @public
 */
export function adviseRepair(options: RepairOptions): RepairAdvice {
  const { input, incident, pulse, now } = options;
  const { domainRef, domainChain = domainRef ? [domainRef] : [] } =
    input.entity;
  const { policy } = options.policy.forDomains(domainChain);
  const { severity, irreversible = false } = incident;
  const areas = touchedAreas(incident, policy);
  const before = trustBefore(input, policy, incident, areas);
  const safety = safetyOf(pulse, policy.repair, now);
  const figures = {
    incident: { source: incident.source, id: incident.id },
    severity,
    class: incident.class,
    irreversible,
    trustBefore: before,
    safety,
  };
  if (!isDebitedTo(incident, input.entity.entityRef)) {
    return { ...figures, reasons: ['caused-elsewhere'] };
  }
  const rule = ruleFor({
    class: incident.class,
    severity,
    irreversible,
    record: before.weak ? 'weak' : 'strong',
    safety: safety.level,
  });
  return {
    ...figures,
    approach: rule.approach,
    reasons: reasonsOf(rule),
    draft: draftOf(rule, areas, options, policy.repair),
  };
}
