import type { RightResult } from '../../model';
import {
  assessAccountability,
  type AccountabilityStanding,
} from '../accountability';
import {
  guardrailStandings,
  type GuardrailContext,
  type GuardrailStanding,
} from '../guardrails';
import { assessLadder, climb, GROUND, type Ladder } from '../ladder';
import { planStandings, type PlanStanding } from '../plans';
import { assessReadiness, type ReadinessStanding } from '../readiness';
import { areaRights } from '../rights';
import { trustByArea, type AreaTrust } from '../trust';
import type { Setting, VerdictsByRole } from './Setting';

/** How an evaluation is run. */
export interface EvaluationOptions {
  /** Boards are not asked for promotions: the record is one from before the start. */
  withoutBoards?: boolean;
}

/** What follows from the checks and the record. */
export interface Standings {
  readiness: ReadinessStanding;
  accountability: AccountabilityStanding;
  plans: readonly PlanStanding[];
  trust: readonly AreaTrust[];
  guarding: GuardrailContext;
  guardrails: readonly GuardrailStanding[];
  ladder: Ladder;
  rights: RightResult[];
}

/** Whether a check passes; to be exempt from a plan's criterion is not to meet it. */
function passing(verdicts: VerdictsByRole): (checkId: string) => boolean {
  return checkId => {
    const verdict = Object.values(verdicts)
      .flat()
      .find(({ check }) => check.definition.id === checkId);
    return verdict?.state === 'pass';
  };
}

function ladderOf(
  { input, evidence, consequences, compiled, horizon }: Setting,
  { levels }: VerdictsByRole,
  parts: Pick<
    Standings,
    'readiness' | 'accountability' | 'trust' | 'guardrails'
  >,
  { withoutBoards = false }: EvaluationOptions,
): Ladder {
  const { guardrails } = parts;
  const ladderInput = {
    verdicts: levels,
    readiness: parts.readiness.figure.value,
    accountability: parts.accountability.score,
    guardrails,
    trust: parts.trust,
    consequences,
    policy: compiled,
    horizon,
  };
  const standing = assessLadder(ladderInput);
  const climbing = {
    policy: compiled,
    guardrails,
    promotions: evidence.promotions,
    withoutBoards,
    horizon,
  };
  const state = climb(input.prior ?? GROUND, standing, climbing);
  return { input: ladderInput, standing, climbing, state };
}

/** Computes what builds on the checks, in the order in which the parts build on each other. */
export function standingsOf(
  setting: Setting,
  verdicts: VerdictsByRole,
  options: EvaluationOptions,
): Standings {
  const { input, evidence, compiled, policy, horizon } = setting;
  const { consequences, baseConsequences } = setting;
  const { entity, prior } = input;
  const readiness = assessReadiness(verdicts.readiness, policy);
  const accountability = assessAccountability(verdicts.accountability, policy);
  const plans = planStandings(
    evidence.plans,
    prior?.plans,
    passing(verdicts),
    horizon,
    policy.repair,
  );
  const trust = trustByArea({
    entityRef: entity.entityRef,
    firstSeenAt: entity.firstSeenAt,
    incidents: evidence.incidents,
    coverage: evidence.coverage,
    plans,
    consequences,
    policy,
    horizon,
  });
  const guarding: GuardrailContext = {
    policy: compiled,
    consequences,
    baseConsequences,
    clocks: prior?.guardrails,
    horizon,
  };
  const guardrails = guardrailStandings(verdicts.guardrails, guarding);
  const parts = { readiness, accountability, trust, guardrails };
  const ladder = ladderOf(setting, verdicts, parts, options);
  const rights = areaRights(
    {
      entityRef: entity.entityRef,
      level: ladder.state.level,
      accountability: accountability.score,
      guardrails,
      plans,
      trust,
      consequences,
      tier: entity.tier.effective,
      grants: evidence.grants,
      audits: evidence.audits,
      incidents: evidence.incidents,
    },
    policy,
    horizon,
  );
  return { ...parts, plans, guarding, ladder, rights };
}
