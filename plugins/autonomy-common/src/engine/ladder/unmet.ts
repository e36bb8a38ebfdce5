import type { AutonomyLevel, EventReason } from '../../model';
import { reaches } from '../math';
import { boundOf } from './assessLadder';
import type { LadderInput } from './LadderStanding';

/** Why a level is not held: what could lead to demotion and is missing, up to that level. */
export function unmetOf(
  level: AutonomyLevel,
  input: LadderInput,
): EventReason[] {
  const reasons: EventReason[] = [];
  for (const { check, state } of input.verdicts) {
    const { id, level: asked, promotionOnly } = check.definition;
    if (asked! > level || promotionOnly) continue;
    if (state === 'fail' || state === 'unknown') {
      reasons.push({ kind: 'check', ref: id });
    }
  }
  // The minima rise with the levels, so the highest level's say it all.
  const { minReadiness, minAccountability, minTrust } =
    input.policy.policy.levels[level - 1];
  if (minReadiness && !reaches(input.readiness ?? 0, minReadiness)) {
    reasons.push({ kind: 'readiness' });
  }
  if (minAccountability && !reaches(input.accountability, minAccountability)) {
    reasons.push({ kind: 'accountability' });
  }
  for (const { result } of minTrust ? input.trust : []) {
    const { area, value } = result;
    const asked = minTrust!.consequences.includes(
      input.consequences.get(area)!,
    );
    if (asked && !reaches(value, minTrust!.value)) {
      reasons.push({ kind: 'trust', ref: area });
    }
  }
  for (const guardrail of input.guardrails) {
    const { breached, mandatory, verdict } = guardrail;
    if (breached && mandatory && boundOf(guardrail, input) < level) {
      reasons.push({ kind: 'guardrail', ref: verdict.check.definition.id });
    }
  }
  return reasons;
}
