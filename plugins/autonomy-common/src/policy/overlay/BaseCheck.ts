import type { CheckDefinition, Scorecard, ScorecardRole } from '../../model';

/** A check of the base in its role. */
export interface BaseCheck {
  role: ScorecardRole;
  definition: CheckDefinition;
}

/** The checks of the base by id. */
export function baseChecks(
  scorecards: readonly Scorecard[],
): ReadonlyMap<string, BaseCheck> {
  return new Map(
    scorecards.flatMap(({ role, checks }) =>
      checks.map(definition => [definition.id, { role, definition }]),
    ),
  );
}
