import type { Policy, ScorecardRole } from '../../model';
import {
  activeExemptions,
  judgeChecks,
  latestAttestations,
  type ChecksByRole,
  type CheckSubject,
  type CheckVerdict,
  type FactContext,
} from '../checks';
import type { CompiledPolicy } from '../CompiledPolicy';
import { consequencesFor, type Consequences } from '../consequences';
import type { EvaluationInput } from '../EvaluationInput';
import { gatherFacts } from '../facts';
import { Horizon, knownAt, nextArrival, type KnownEvidence } from '../time';
import { selectChecks } from './selectChecks';

/** What all checks of an entity say, in the order of the checks. */
export type VerdictsByRole = Readonly<
  Record<ScorecardRole, readonly CheckVerdict[]>
>;

/** One entity at one instant: which policy holds for it, and what was known. */
export interface Setting {
  input: EvaluationInput;
  evidence: KnownEvidence;
  /** With the overlays of the entity's domains. */
  compiled: CompiledPolicy;
  policy: Policy;
  consequences: Consequences;
  /** Consequences without overlays. */
  baseConsequences: Consequences;
  checks: ChecksByRole;
  horizon: Horizon;
}

export function settingOf(
  input: EvaluationInput,
  organisation: CompiledPolicy,
  now: number,
): Setting {
  const { entity } = input;
  const { domainChain, domainRef } = entity;
  const compiled = organisation.forDomains(
    domainChain ?? (domainRef === undefined ? [] : [domainRef]),
  );
  const tier = entity.tier.effective;
  const horizon = new Horizon(now);
  horizon.add(nextArrival(input, now));
  return {
    input,
    evidence: knownAt(input, now),
    compiled,
    policy: compiled.policy,
    consequences: consequencesFor(tier, compiled.policy),
    baseConsequences: consequencesFor(tier, compiled.base),
    checks: selectChecks(entity, compiled),
    horizon,
  };
}

/** Gathers the facts and asks every check. */
export function judge(setting: Setting): {
  context: FactContext;
  verdicts: VerdictsByRole;
} {
  const { evidence, checks, policy, horizon } = setting;
  const context = gatherFacts({ ...setting, input: evidence });
  const subject: CheckSubject = {
    context,
    horizon,
    exemptions: activeExemptions(evidence.exemptions, policy, horizon),
    attestations: latestAttestations(evidence.attestations),
    linkedScore: policy.catalog.linkedScore,
  };
  const ask = (role: ScorecardRole) => judgeChecks(checks[role], subject);
  return {
    context,
    verdicts: {
      readiness: ask('readiness'),
      guardrails: ask('guardrails'),
      levels: ask('levels'),
      accountability: ask('accountability'),
    },
  };
}
