import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { CHECK_FIELDS } from '../scorecard/checkFields';

/** Fields of a check of the base that an overlay may tighten, with what holds where a check says nothing. */
const TIGHTENABLE: Record<string, JsonValue | undefined> = {
  passAt: 1,
  effect: 'narrow',
  narrowTo: undefined,
  consequence: undefined,
  grace: undefined,
  mandatory: false,
  required: false,
  promotionOnly: false,
  attestable: false,
};

/** Flags that are stricter where they are off. */
export const STRICTER_OFF: readonly string[] = ['promotionOnly', 'attestable'];

/** Those that the checks of a role have. */
export function tightenableFor(role: ScorecardRole) {
  return CHECK_FIELDS.filter(
    field =>
      field.name in TIGHTENABLE &&
      (field.role === undefined || field.role === role),
  );
}

/** What a check of the base says; undefined where the policy decides. */
export function baseValue(
  check: JsonObject,
  name: string,
): JsonValue | undefined {
  return check[name] ?? TIGHTENABLE[name];
}
