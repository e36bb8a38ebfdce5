import type { Evaluation } from '../model';

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(4));
}

/** The figures of an evaluation that golden cases talk about. */
export function summary(evaluation: Evaluation) {
  const { level, readiness, guardrails, accountability } = evaluation;
  const states = [
    ...readiness.checks,
    ...accountability.items.map(({ check }) => check),
    ...guardrails.guardrails.map(({ check }) => check),
  ].map(({ id, state }) => [id, state]);
  return {
    level: level.level,
    unmet: level.ladder
      .find(({ met }) => !met)
      ?.requirements.filter(({ met }) => !met)
      .map(unmet => (unmet.kind === 'check' ? unmet.check.id : unmet.kind)),
    readiness: rounded(readiness.score),
    band: readiness.band,
    gaps: readiness.gaps,
    guardrails: guardrails.status,
    breached: guardrails.guardrails
      .filter(({ status }) => ['breached', 'unknown'].includes(status))
      .map(({ check }) => check.id),
    accountability: rounded(accountability.score),
    states: Object.fromEntries(states),
    trust: Object.fromEntries(
      evaluation.trust.map(({ area, value }) => [area, rounded(value)]),
    ),
    rights: Object.fromEntries(
      evaluation.rights.map(({ area, effective }) => [area, effective]),
    ),
    consequences: Object.fromEntries(
      evaluation.rights.map(({ area, consequence }) => [area, consequence]),
    ),
  };
}
