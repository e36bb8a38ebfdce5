import type {
  AccountabilityResult,
  AreaPolicy,
  Consequence,
  DecisionRight,
  GuardrailsResult,
  LevelResult,
  Policy,
  RightCap,
  RightResult,
} from '../model';
import type { Consequences } from './consequences';
import { isBreached } from './guardrails';
import { byId, step, stepStart } from './math';
import type { AreaTrust } from './trust';

/** What bounds the rights of an entity. Model section 8. */
export interface RightInput {
  level: LevelResult;
  accountability: AccountabilityResult;
  guardrails: GuardrailsResult;
  trust: readonly AreaTrust[];
  consequences: Consequences;
}

function levelCap(
  { level }: LevelResult,
  consequence: Consequence,
  { rights: { byLevel }, levels }: Policy,
): RightCap {
  const right = byLevel[level][consequence];
  const next = levels.find(
    candidate => byLevel[candidate.level][consequence] > right,
  );
  return {
    kind: 'level',
    right,
    actual: level,
    ...(next && { nextAt: next.level }),
  };
}

/** A cap by {@link step}; `full` is the figure that counts as 1. */
function stepCap(
  kind: 'trust' | 'accountability',
  actual: number,
  full: number,
): RightCap {
  const right = step(actual / full);
  return {
    kind,
    right,
    actual,
    need: full,
    ...(right < 5 && {
      nextAt: stepStart((right + 1) as DecisionRight) * full,
    }),
  };
}

function guardrailCaps(
  area: string,
  { guardrails }: GuardrailsResult,
): RightCap[] {
  return byId(guardrails, ({ check }) => check.id)
    .filter(
      guardrail => isBreached(guardrail) && guardrail.areas.includes(area),
    )
    .flatMap(({ cap, check: { id, title } }) =>
      cap === undefined
        ? []
        : [{ kind: 'guardrail', right: cap, ref: id, title }],
    );
}

function rightIn(
  { id: area, title, ownedBy }: AreaPolicy,
  { result, bypasses }: AreaTrust,
  input: RightInput,
  policy: Policy,
): RightResult {
  const consequence = input.consequences.get(area)!;
  const caps: RightCap[] = [
    levelCap(input.level, consequence, policy),
    stepCap('trust', result.value, policy.trust.need[consequence]),
    stepCap('accountability', input.accountability.score, 1),
    ...guardrailCaps(area, input.guardrails),
    ...bypasses.map(
      (incident): RightCap => ({
        kind: 'bypass',
        right: 1,
        ref: incident.id,
        title: incident.title,
      }),
    ),
  ];
  const recommended = Math.min(
    ...caps.map(({ right }) => right),
  ) as DecisionRight;
  return {
    area,
    title,
    consequence,
    ownedBy,
    recommended,
    effective: recommended,
    caps,
  };
}

/** What the team may decide in every area: the smallest of the named caps. Model section 8. */
export function rights(input: RightInput, policy: Policy): RightResult[] {
  return policy.areas.map((area, i) =>
    rightIn(area, input.trust[i], input, policy),
  );
}
