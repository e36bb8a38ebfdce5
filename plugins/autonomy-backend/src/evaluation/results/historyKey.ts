import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Trust and accountability move visibly by a fiftieth, readiness by one point of a hundred. */
const STEPS = 50;

/**
 * What tells two points of a history apart: everything discrete, and figures as far as a chart shows them.
 * Trust moves all the time; without steps there would be a point for every evaluation.
 *
 * @internal
 */
export function historyKey(evaluation: Evaluation): string {
  const { accountability, guardrails, level, readiness, rights, trust } =
    evaluation;
  return [
    level.level,
    guardrails.status,
    Math.round(readiness.score ?? -1),
    readiness.band,
    Math.round(accountability.score * STEPS),
    rights.map(({ effective }) => effective).join(''),
    trust.map(({ value }) => Math.round(value * STEPS)).join(','),
    evaluation.policyVersion,
  ].join(' ');
}
