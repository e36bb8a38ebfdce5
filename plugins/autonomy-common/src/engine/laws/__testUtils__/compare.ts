import type { EvaluationStep, GuardrailStatus } from '../../../model';

/** From the best to the worst; breached and unknown are equally bad. */
const STATUS_RANK: Record<GuardrailStatus | 'none', number> = {
  none: 0,
  ok: 1,
  exempt: 2,
  'at-risk': 3,
  unknown: 4,
  breached: 4,
};
const BANDS = ['not-ready', 'focus', 'minor-gaps', 'ready'];
const TOLERANCE = 1e-9;

/** The figures that people strive for, higher is better. */
export function figuresOf(step: EvaluationStep): Record<string, number> {
  const { readiness, level, accountability, guardrails } = step;
  const figures: Record<string, number> = {
    level: level.level,
    eligible: level.eligible,
    readiness: readiness.score ?? -1,
    readinessWithExemptions: readiness.scoreWithExemptions ?? -1,
    gaps: -readiness.gaps,
    band: BANDS.indexOf(readiness.band ?? ''),
    accountability: accountability.score,
    guardrails: -STATUS_RANK[guardrails.status],
  };
  for (const { check, status } of guardrails.guardrails) {
    figures[`guardrail ${check.id}`] = -STATUS_RANK[status];
  }
  for (const { area, value } of step.trust) figures[`trust ${area}`] = value;
  for (const { area, recommended, effective } of step.rights) {
    figures[`recommended ${area}`] = recommended;
    figures[`effective ${area}`] = effective;
  }
  return figures;
}

/** Of some figures those that are higher after than before. */
export function raised(
  before: EvaluationStep,
  after: EvaluationStep,
  name = /./,
): string[] {
  const [was, is] = [figuresOf(before), figuresOf(after)];
  return Object.keys(is).filter(
    figure => name.test(figure) && is[figure] > was[figure] + TOLERANCE,
  );
}

/** What must not change while the clock alone moves. */
export function discrete(step: EvaluationStep): unknown {
  const { readiness, accountability, guardrails, level } = step;
  const checks = [
    ...readiness.checks,
    ...accountability.items.map(({ check }) => check),
    ...level.ladder.flatMap(({ requirements }) =>
      requirements.flatMap(each => (each.kind === 'check' ? each.check : [])),
    ),
  ];
  return {
    level: level.level,
    eligible: level.eligible,
    met: level.ladder.map(({ met }) => met),
    band: readiness.band,
    status: guardrails.status,
    guardrails: guardrails.guardrails.map(({ check, status }) => [
      check.id,
      check.state,
      status,
    ]),
    checks: checks.map(({ id, state, stale }) => [id, state, stale]),
    rights: step.rights.map(each => [
      each.area,
      each.recommended,
      each.effective,
      each.caps.map(({ kind, right, ref }) => [kind, right, ref]),
    ]),
    plans: step.plans.map(({ id, state }) => [id, state]),
  };
}

/** Both where they differ; quick where they are the same, which is the rule. */
export function difference(
  actual: unknown,
  expected: unknown,
): { actual: unknown; expected: unknown } | undefined {
  return JSON.stringify(actual) === JSON.stringify(expected)
    ? undefined
    : { actual, expected };
}
