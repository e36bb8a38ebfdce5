import type { CheckDefinition, DecisionRight, Policy } from '../../model';
import { CHECK_DEFAULTS, CHECK_FIELDS, stricterOf } from '../strictness';
import type { CheckTightening } from './Overlay';

/** A field of a check that an overlay may tighten. */
export type CheckField = keyof typeof CHECK_FIELDS;

/** The value of a field; undefined where the policy or the areas decide. */
export function checkValue(
  definition: CheckDefinition,
  field: CheckField,
): unknown {
  return definition[field] ?? CHECK_DEFAULTS[field];
}

/** The lowest right that anybody narrows to; undefined where nobody says. */
function narrowest(
  base: CheckDefinition,
  tightenings: readonly CheckTightening[],
  { guardrails: { caps } }: Policy,
): DecisionRight | undefined {
  const parts = [base, ...tightenings];
  if (parts.every(({ narrowTo }) => narrowTo === undefined)) return undefined;
  const rights = parts.flatMap(
    ({ effect, narrowTo }) =>
      narrowTo ?? (effect === 'narrow' ? caps.narrow : []),
  );
  return Math.min(...rights) as DecisionRight;
}

/**
 * A check of the base, each field the stricter of its own value and those of some overlays. Where
 * the base leaves `grace` or `consequence` to the policy and the areas, what they say still counts
 * if it is stricter.
 *
 * @param policy - as the same overlays tighten it
 */
export function tightenCheck(
  base: CheckDefinition,
  tightenings: readonly CheckTightening[],
  policy: Policy,
): CheckDefinition {
  const definition: CheckDefinition = { ...base };
  const fields = definition as unknown as Record<string, unknown>;
  for (const field of Object.keys(CHECK_FIELDS) as CheckField[]) {
    for (const { [field]: value } of tightenings) {
      if (value === undefined) continue;
      const own = checkValue(definition, field);
      fields[field] =
        own === undefined ? value : stricterOf(CHECK_FIELDS[field], own, value);
    }
  }
  fields.narrowTo =
    definition.effect === 'narrow'
      ? narrowest(base, tightenings, policy)
      : undefined;
  return definition;
}
