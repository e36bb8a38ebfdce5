import type { AutonomyLevel } from '../../model';
import type { GuardrailStanding } from '../guardrails';
import { reaches } from '../math';
import type { LadderInput, LadderStanding, Rung } from './LadderStanding';

function failRung(rung: Rung): void {
  rung.met = false;
  rung.firm = false;
  rung.kept = false;
}

function applyChecks(rungs: readonly Rung[], { verdicts }: LadderInput): void {
  for (const { check, state } of verdicts) {
    const { level, promotionOnly } = check.definition;
    const rung = rungs[level! - 1];
    if (state === 'exempt') {
      rung.firm = false;
    } else if (state === 'fail' || state === 'unknown') {
      rung.met = false;
      rung.firm = false;
      if (!promotionOnly) rung.kept = false;
    }
  }
}

function applyMinima(rung: Rung, input: LadderInput): void {
  const { minReadiness, minAccountability, minTrust } = rung.policy;
  const met =
    (minReadiness === undefined ||
      reaches(input.readiness ?? 0, minReadiness)) &&
    (minAccountability === undefined ||
      reaches(input.accountability, minAccountability)) &&
    (minTrust === undefined ||
      input.trust.every(
        ({ result: { area, value } }) =>
          reaches(value, minTrust.value) ||
          !minTrust.consequences.includes(input.consequences.get(area)!),
      ));
  if (!met) failRung(rung);
}

/** The highest level while a mandatory guardrail is breached. */
export function boundOf(
  { consequence }: GuardrailStanding,
  { policy }: LadderInput,
): AutonomyLevel {
  return policy.policy.guardrails.mandatoryLevelBound[consequence];
}

/** It would be breached but for its exemption. */
function leansOnExemption(
  { verdict, clock, grace }: GuardrailStanding,
  { horizon }: LadderInput,
): boolean {
  if (verdict.state !== 'exempt' || !clock) return false;
  const breachesAt = clock.notPassingSince + grace;
  horizon.add(breachesAt);
  return horizon.now >= breachesAt;
}

function applyGuardrails(rungs: readonly Rung[], input: LadderInput): void {
  for (const guardrail of input.guardrails) {
    if (!guardrail.mandatory) continue;
    const { breached } = guardrail;
    if (!breached && !leansOnExemption(guardrail, input)) continue;
    for (let i = boundOf(guardrail, input); i < rungs.length; i++) {
      if (breached) failRung(rungs[i]);
      else rungs[i].firm = false;
    }
  }
}

function highest(rungs: readonly Rung[], key: 'met' | 'firm' | 'kept'): number {
  let level = 1;
  while (level < rungs.length && rungs[level][key]) level++;
  return level;
}

/** How every level stands now. Model section 6. */
export function assessLadder(input: LadderInput): LadderStanding {
  const rungs = input.policy.policy.levels.map(
    (policy): Rung => ({ policy, met: true, firm: true, kept: true }),
  );
  applyChecks(rungs, input);
  for (const rung of rungs) applyMinima(rung, input);
  applyGuardrails(rungs, input);
  return {
    rungs,
    eligible: highest(rungs, 'met'),
    firm: highest(rungs, 'firm'),
    kept: highest(rungs, 'kept'),
  };
}
