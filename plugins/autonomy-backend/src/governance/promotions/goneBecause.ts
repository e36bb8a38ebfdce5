import type {
  AutonomyLevel,
  Evaluation,
  LevelRequirement,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Why a level is no longer proposed, in words.
 *
 * @internal
 */
export function goneBecause(
  { level: { ladder, level: current } }: Pick<Evaluation, 'level'>,
  proposed: AutonomyLevel,
): string {
  if (current >= proposed) {
    return `level ${current} was reached without a decision`;
  }
  if (current < proposed - 1) {
    return `the entity fell to level ${current}`;
  }
  // All that lower levels ask for has to hold as well.
  const unmet = ladder
    .filter(({ level }) => level <= proposed)
    .flatMap(({ requirements }) => requirements.filter(({ met }) => !met))
    .map(nameOf);
  return unmet.length > 0
    ? `level ${proposed} is no longer held: ${unmet.join(', ')}`
    : `level ${proposed} was not held without a break`;
}

function nameOf(requirement: LevelRequirement): string {
  switch (requirement.kind) {
    case 'check':
      return requirement.check.title;
    case 'trust':
      return `trust in ${requirement.area} below ${requirement.minimum}`;
    case 'guardrail':
      return `guardrails breached (${requirement.guardrailIds.join(', ')})`;
    default:
      return `${requirement.kind} below ${requirement.minimum}`;
  }
}
