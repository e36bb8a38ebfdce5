import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Every check of an evaluation once, whatever it counts for.
 *
 * @internal
 */
export function checksOf(evaluation: Evaluation): CheckResult[] {
  const { accountability, guardrails, level, readiness } = evaluation;
  const all = [
    ...readiness.checks,
    ...guardrails.guardrails.map(({ check }) => check),
    ...(guardrails.announced ?? []),
    ...accountability.items.map(({ check }) => check),
    ...level.ladder.flatMap(({ requirements }) =>
      requirements.flatMap(each => (each.kind === 'check' ? each.check : [])),
    ),
  ];
  return [...new Map(all.map(check => [check.id, check])).values()];
}
