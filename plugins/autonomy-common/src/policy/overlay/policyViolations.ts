import { unknownArea } from '../../engine/unknownArea';
import type { Policy } from '../../model';
import { formatPath, type FieldPath } from '../DocumentLines';
import { checkPolicyRules, type RuleViolation } from '../rules';
import { asWritten, policySchema } from '../schema';
import { policyStrictness } from '../strictness';
import { loosened, loosens } from './loosened';
import type { Overlay } from './Overlay';
import {
  fieldAt,
  overlayFields,
  tightenPolicy,
  type OverlayField,
} from './policyFields';

function areaViolations({ policy: values }: Overlay, policy: Policy) {
  const known = policy.areas.map(({ id }) => id);
  const areas = (values.areas ?? []) as { id: string }[];
  return areas.flatMap(({ id }, i): RuleViolation[] =>
    known.includes(id)
      ? []
      : [{ path: ['areas', i, 'id'], message: unknownArea(id, known) }],
  );
}

function fieldViolation(
  { source, target, value }: OverlayField,
  policy: Policy,
): RuleViolation | undefined {
  const strictness = policyStrictness(target);
  const base = fieldAt(policy, target);
  if (!strictness || base === undefined || !loosens(strictness, base, value)) {
    return undefined;
  }
  const written = (field: unknown) =>
    asWritten(policySchema, target, policy, field);
  return {
    path: source,
    message: loosened(strictness, written(base), written(value)),
  };
}

function sharedLength(a: FieldPath, b: FieldPath): number {
  const differs = a.findIndex((key, i) => String(key) !== String(b[i]));
  return differs === -1 ? a.length : differs;
}

/** What breaks once the overlay is over the base, told at the field that comes closest. */
function togetherViolations(
  fields: readonly OverlayField[],
  { policy: values }: Overlay,
  policy: Policy,
): RuleViolation[] {
  return checkPolicyRules(tightenPolicy(policy, [values])).map(
    ({ path, message }) => {
      const [closest] = [...fields].sort(
        (a, b) => sharedLength(path, b.target) - sharedLength(path, a.target),
      );
      const own = formatPath(closest.target) === formatPath(path);
      return {
        path: closest.source,
        message: own ? message : `with it, ${formatPath(path)} ${message}`,
      };
    },
  );
}

/** What is wrong with the fields of the policy that an overlay sets, by their path in its spec. */
export function policyViolations(
  overlay: Overlay,
  policy: Policy,
): RuleViolation[] {
  const fields = overlayFields(overlay.policy, policy);
  const violations = [
    ...areaViolations(overlay, policy),
    ...fields.flatMap(field => fieldViolation(field, policy) ?? []),
  ];
  return violations.length > 0
    ? violations
    : togetherViolations(fields, overlay, policy);
}
