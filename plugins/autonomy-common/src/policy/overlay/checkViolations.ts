import { writtenConsequences } from '../../engine/consequences';
import { ownConsequence, ownGrace } from '../../engine/guardrails';
import { didYouMean } from '../../engine/suggest';
import type { CheckDefinition, Policy, ScorecardRole } from '../../model';
import type { RuleViolation } from '../rules';
import { formatDuration } from '../schema';
import { CHECK_FIELDS } from '../strictness';
import type { BaseCheck } from './BaseCheck';
import { loosened, loosens } from './loosened';
import type { CheckTightening, Overlay } from './Overlay';
import { checkValue, type CheckField } from './tightenCheck';

/** Fields that only checks of one role have. */
const ROLE_OF_FIELD: Partial<Record<CheckField, ScorecardRole>> = {
  mandatory: 'guardrails',
  effect: 'guardrails',
  narrowTo: 'guardrails',
  grace: 'guardrails',
  consequence: 'guardrails',
  required: 'accountability',
  promotionOnly: 'levels',
};

/** What a field of the base amounts to, where the base leaves it to its areas and to the policy too. */
function baseValue(
  definition: CheckDefinition,
  field: CheckField,
  policy: Policy,
): unknown {
  if (field !== 'consequence' && field !== 'grace') {
    return checkValue(definition, field);
  }
  const consequence = ownConsequence(definition, writtenConsequences(policy));
  return field === 'grace'
    ? ownGrace(definition, consequence, policy)
    : consequence;
}

function narrowToProblem(
  { definition }: BaseCheck,
  { narrowTo, effect = definition.effect }: CheckTightening,
  { guardrails: { caps } }: Policy,
): string | undefined {
  if (effect !== 'narrow') {
    return `has no meaning here (expected effect narrow, found ${effect})`;
  }
  const base = definition.narrowTo ?? caps.narrow;
  if (definition.effect === 'narrow' && narrowTo! > base) {
    return loosened('less', base, narrowTo);
  }
  return narrowTo! < caps.stop
    ? `must leave at least what effect stop leaves (expected at least ${caps.stop}, found ${narrowTo})`
    : undefined;
}

function checkFieldProblem(
  check: BaseCheck,
  tightening: CheckTightening,
  field: CheckField,
  policy: Policy,
): string | undefined {
  const role = ROLE_OF_FIELD[field];
  if (role && role !== check.role) {
    return `has no meaning here (expected a check of role ${role}, found ${check.role})`;
  }
  if (field === 'narrowTo') return narrowToProblem(check, tightening, policy);
  const base = baseValue(check.definition, field, policy);
  const found = tightening[field];
  const strictness = CHECK_FIELDS[field];
  if (!loosens(strictness, base, found)) return undefined;
  const written = (value: unknown) =>
    field === 'grace' ? formatDuration(value as number) : value;
  return loosened(strictness, written(base), written(found));
}

function tighteningViolations(
  tightening: CheckTightening,
  base: ReadonlyMap<string, BaseCheck>,
  policy: Policy,
): RuleViolation[] {
  const { id } = tightening;
  const check = base.get(id);
  if (!check) {
    const hint = didYouMean(id, [...base.keys()]);
    const message = `there is no check ${id} to tighten${hint}`;
    return [{ path: ['id'], message }];
  }
  const fields = (Object.keys(CHECK_FIELDS) as CheckField[]).filter(
    field => tightening[field] !== undefined,
  );
  if (fields.length === 0) {
    const expected = Object.keys(CHECK_FIELDS).join(', ');
    return [{ path: [], message: `tightens nothing (expected ${expected})` }];
  }
  return fields.flatMap(field => {
    const message = checkFieldProblem(check, tightening, field, policy);
    return message ? [{ path: [field], message }] : [];
  });
}

/** What is wrong with the checks of the base that an overlay tightens, by their path in its spec. */
export function checkViolations(
  { checks }: Overlay,
  base: ReadonlyMap<string, BaseCheck>,
  policy: Policy,
): RuleViolation[] {
  return checks.flatMap((tightening, i) =>
    tighteningViolations(tightening, base, policy).map(
      ({ path, message }): RuleViolation => ({
        path: ['checks', i, ...path],
        message,
      }),
    ),
  );
}
