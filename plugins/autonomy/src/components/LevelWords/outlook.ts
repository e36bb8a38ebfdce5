import type {
  LevelRequirement,
  LevelResult,
  LevelStep,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** The step above the level; undefined at the top. */
export function nextStep({ level, ladder }: LevelResult) {
  return ladder.find(step => step.level === level + 1);
}

/** What keeps the level at risk: what it and those below ask for and is not there. */
export function unkept({ level, ladder }: LevelResult): LevelRequirement[] {
  return requirementsUpTo(level, ladder).filter(
    requirement =>
      !requirement.met &&
      !(requirement.kind === 'check' && requirement.promotionOnly),
  );
}

/** What is still to be met for a step, those below included. */
export function openFor(
  { level }: LevelStep,
  ladder: LevelStep[],
): LevelRequirement[] {
  return requirementsUpTo(level, ladder).filter(({ met }) => !met);
}

/** Met only thanks to an exemption, which does not count as held. */
export function leaningFor(
  { level }: LevelStep,
  ladder: LevelStep[],
): LevelRequirement[] {
  return requirementsUpTo(level, ladder).filter(
    requirement =>
      requirement.kind === 'check' && requirement.check.state === 'exempt',
  );
}

/** Of what several steps ask for the higher counts. */
function requirementsUpTo(
  level: number,
  ladder: LevelStep[],
): LevelRequirement[] {
  const asked = new Map<string, LevelRequirement>();
  for (const step of ladder) {
    if (step.level > level) continue;
    for (const requirement of step.requirements) {
      asked.set(keyOf(requirement), requirement);
    }
  }
  return [...asked.values()];
}

function keyOf(requirement: LevelRequirement): string {
  switch (requirement.kind) {
    case 'check':
      return `check:${requirement.check.id}`;
    case 'trust':
      return `trust:${requirement.area}`;
    default:
      return requirement.kind;
  }
}
