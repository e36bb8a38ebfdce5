import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';

/**
 * Whether an entity can be exempted from a check now: it has to apply to the entity and not pass, and nobody is
 * exempt from being accountable.
 *
 * @returns the check
 * @throws InputError where it cannot
 * @internal
 */
export function assertExemptible(
  checkId: string,
  evaluation: Evaluation,
): CheckResult {
  const found = JSON.stringify(checkId.slice(0, 60));
  const refused = (expected: string, what: string) =>
    new InputError(
      `Invalid checkId: expected ${expected}, found ${found}, which ${what}`,
    );
  const results = checksOf(evaluation).filter(({ id }) => id === checkId);
  if (results.length === 0) {
    throw refused(
      `the id of a check of ${evaluation.entity.entityRef}`,
      'it does not have',
    );
  }
  const checks = results.filter(({ role }) => role !== 'accountability');
  if (checks.length === 0) {
    throw refused(
      'a check of readiness, guardrails or levels',
      'is an item of accountability, from which nobody is exempt',
    );
  }
  const unmet = checks.find(
    ({ state }) => state === 'fail' || state === 'unknown',
  );
  if (unmet) {
    return unmet;
  }
  const exempt = checks.find(({ state }) => state === 'exempt');
  if (!exempt?.exemption) {
    throw refused(
      'a check that fails or cannot be told',
      `is ${checks[0].state}`,
    );
  }
  return exempt;
}

/**
 * What an evaluation says about a check: where it is in several places, that which keeps it from passing.
 *
 * @internal
 */
export function findCheck(
  checkId: string,
  evaluation: Evaluation,
): CheckResult | undefined {
  const results = checksOf(evaluation).filter(({ id }) => id === checkId);
  return (
    results.find(({ state }) => state === 'fail' || state === 'unknown') ??
    results.find(({ state }) => state === 'exempt') ??
    results[0]
  );
}

function checksOf(evaluation: Evaluation): CheckResult[] {
  const { accountability, guardrails, level, readiness } = evaluation;
  return [
    ...readiness.checks,
    ...guardrails.guardrails.map(({ check }) => check),
    ...(guardrails.announced ?? []),
    ...level.ladder.flatMap(({ requirements }) =>
      requirements.flatMap(requirement =>
        requirement.kind === 'check' ? [requirement.check] : [],
      ),
    ),
    ...accountability.items.map(({ check }) => check),
  ];
}
