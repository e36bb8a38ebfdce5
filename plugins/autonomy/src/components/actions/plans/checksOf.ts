import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** The checks of an entity that can say whether a plan has reached its end, each once. */
export function checksOf(evaluation: Evaluation): CheckResult[] {
  const { accountability, guardrails, level, readiness } = evaluation;
  const all = [
    ...guardrails.guardrails.map(({ check }) => check),
    ...readiness.checks,
    ...level.ladder
      .flatMap(({ requirements }) => requirements)
      .flatMap(item => (item.kind === 'check' ? [item.check] : [])),
    ...accountability.items.map(({ check }) => check),
  ];
  const byId = new Map<string, CheckResult>();
  for (const check of all) {
    if (!byId.has(check.id) && check.state !== 'not-applicable') {
      byId.set(check.id, check);
    }
  }
  return [...byId.values()];
}
