import type {
  CheckResult,
  CheckState,
  DecisionRight,
  EvaluationStep,
  GuardrailStatus,
} from '../../model';
import type { Shift, SimulatedDifference } from '../../api/simulations';

/** What a simulation compares, as an evaluation says it. */
export interface Summary {
  level: unknown;
  guardrailStatus: unknown;
  readiness: unknown;
  accountability: unknown;
  checks: Record<string, CheckState>;
  guardrails: Record<string, GuardrailStatus>;
  rights: Record<string, DecisionRight>;
}

function checksOf(step: EvaluationStep): CheckResult[] {
  const { readiness, guardrails, accountability, level } = step;
  return [
    ...readiness.checks,
    ...guardrails.guardrails.map(({ check }) => check),
    ...(guardrails.announced ?? []),
    ...accountability.items.map(({ check }) => check),
    ...level.ladder.flatMap(({ requirements }) =>
      requirements.flatMap(each => (each.kind === 'check' ? each.check : [])),
    ),
  ];
}

/** What does not apply is as good as not there. */
function ordered<T>(values: Record<string, T | undefined>): Record<string, T> {
  const entries = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== 'not-applicable',
  );
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as Record<string, T>;
}

export function summaryOf(step: EvaluationStep): Summary {
  const { level, guardrails, readiness, accountability, rights } = step;
  return {
    level: level.level,
    guardrailStatus: guardrails.status,
    readiness: readiness.score,
    accountability: accountability.score,
    checks: ordered(
      Object.fromEntries(checksOf(step).map(({ id, state }) => [id, state])),
    ),
    guardrails: ordered(
      Object.fromEntries(
        guardrails.guardrails.map(({ check, status }) => [check.id, status]),
      ),
    ),
    rights: ordered(
      Object.fromEntries(
        rights.map(({ area, effective }) => [area, effective]),
      ),
    ),
  };
}

type Side = 'from' | 'to';

function put<T>(
  values: Record<string, T>,
  side: Side,
  shifts: readonly (Shift<T> & { id?: string; area?: string })[],
): Record<string, T> {
  const moved = shifts.map(shift => [shift.id ?? shift.area, shift[side]]);
  return ordered({ ...values, ...Object.fromEntries(moved) });
}

/** A summary with one side of a difference in its place. */
export function withSide(
  summary: Summary,
  side: Side,
  difference: SimulatedDifference | undefined,
): Summary {
  if (!difference) return summary;
  const { level, guardrailStatus, readiness, accountability } = difference;
  return {
    level: level ? level[side] : summary.level,
    guardrailStatus: guardrailStatus
      ? guardrailStatus[side]
      : summary.guardrailStatus,
    readiness: readiness ? readiness[side] : summary.readiness,
    accountability: accountability
      ? accountability[side]
      : summary.accountability,
    checks: put(summary.checks, side, difference.checks),
    guardrails: put(summary.guardrails, side, difference.guardrails),
    rights: put(summary.rights, side, difference.rights),
  };
}

const close = (figure: unknown) =>
  typeof figure === 'number' ? expect.closeTo(figure, 8) : figure;

/** The same, where figures may differ by what sums in another order may. */
export function nearly(summary: Summary): Summary {
  const { readiness, accountability } = summary;
  return {
    ...summary,
    readiness: close(readiness),
    accountability: close(accountability),
  };
}
