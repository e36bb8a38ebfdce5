import type {
  AccountabilityResult,
  AutonomyLevel,
  CheckResult,
  GuardrailResult,
  GuardrailsResult,
  LevelPolicy,
  LevelRequirement,
  LevelResult,
  LevelStep,
  Policy,
  ReadinessResult,
  TrustResult,
} from '../model';
import { counts, isMet } from './checks';
import type { Consequences } from './consequences';
import { isBreached } from './guardrails';
import { reaches } from './math';

/** What the ladder looks at. Model section 6. */
export interface LevelInput {
  /** Checks of role `levels` with the level they belong to. */
  checks: readonly { level: AutonomyLevel; check: CheckResult }[];
  readiness: ReadinessResult;
  accountability: AccountabilityResult;
  guardrails: GuardrailsResult;
  trust: readonly TrustResult[];
  consequences: Consequences;
}

/** What keeps an announced check from holding anybody back: it counts nowhere. */
function checkRequirements(
  { level }: LevelPolicy,
  { checks }: LevelInput,
): LevelRequirement[] {
  return checks
    .filter(item => item.level === level)
    .filter(({ check }) => check.state !== 'not-applicable')
    .map(({ check }) => ({
      kind: 'check',
      met: isMet(check) || !counts(check),
      check,
    }));
}

function minimumRequirements(
  { minReadiness, minAccountability }: LevelPolicy,
  { readiness, accountability }: LevelInput,
): LevelRequirement[] {
  const requirements: LevelRequirement[] = [];
  if (minReadiness !== undefined) {
    const actual = readiness.score;
    requirements.push({
      kind: 'readiness',
      met: reaches(actual ?? 0, minReadiness),
      minimum: minReadiness,
      ...(actual !== undefined && { actual }),
    });
  }
  if (minAccountability !== undefined) {
    const actual = accountability.score;
    requirements.push({
      kind: 'accountability',
      met: reaches(actual, minAccountability),
      minimum: minAccountability,
      actual,
    });
  }
  return requirements;
}

function trustRequirements(
  { minTrust }: LevelPolicy,
  { trust, consequences }: LevelInput,
): LevelRequirement[] {
  if (!minTrust) return [];
  return trust
    .filter(({ area }) =>
      minTrust.consequences.includes(consequences.get(area)!),
    )
    .map(({ area, value }) => ({
      kind: 'trust',
      met: reaches(value, minTrust.value),
      minimum: minTrust.value,
      actual: value,
      area,
    }));
}

/** A breached mandatory guardrail bounds the level, however good the rest is. */
function guardrailRequirements(
  { level }: LevelPolicy,
  { guardrails }: LevelInput,
  policy: Policy,
): LevelRequirement[] {
  const bound = (guardrail: GuardrailResult) =>
    policy.guardrails.mandatoryLevelBound[guardrail.consequence];
  const relevant = guardrails.guardrails.filter(
    guardrail => guardrail.mandatory && bound(guardrail) < level,
  );
  if (relevant.length === 0) return [];
  const breached = relevant.filter(isBreached);
  const binding = breached.length > 0 ? breached : relevant;
  return [
    {
      kind: 'guardrail',
      met: breached.length === 0,
      bound: Math.min(...binding.map(bound)) as AutonomyLevel,
      guardrailIds: breached.map(({ check }) => check.id),
    },
  ];
}

function levelStep(
  levelPolicy: LevelPolicy,
  input: LevelInput,
  policy: Policy,
): LevelStep {
  const { level, title, sustainedFor, promotion } = levelPolicy;
  const requirements =
    level === 1
      ? []
      : [
          ...checkRequirements(levelPolicy, input),
          ...minimumRequirements(levelPolicy, input),
          ...trustRequirements(levelPolicy, input),
          ...guardrailRequirements(levelPolicy, input, policy),
        ];
  return {
    level,
    title,
    met: requirements.every(({ met }) => met),
    ...(sustainedFor !== undefined && { sustainedFor }),
    ...(promotion !== undefined && { promotion }),
    requirements,
  };
}

/** The highest level whose requirements, and those of all levels below it, are met. */
export function levels(input: LevelInput, policy: Policy): LevelResult {
  const ladder = policy.levels.map(levelPolicy =>
    levelStep(levelPolicy, input, policy),
  );
  const unmet = ladder.findIndex(({ met }) => !met);
  const eligible = ladder[(unmet === -1 ? ladder.length : unmet) - 1];
  return {
    level: eligible.level,
    title: eligible.title,
    eligible: eligible.level,
    ladder,
  };
}
