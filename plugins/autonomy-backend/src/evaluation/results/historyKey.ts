import type {
  Assessment,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Trust and accountability move visibly by a fiftieth, readiness by one point of a hundred. */
const STEPS = 50;

/**
 * The figures of an entity at an instant, of which its history is made.
 *
 * @internal
 */
export type HistoryFigures = Omit<Assessment, 'eligible' | 'nextChangeAt'>;

/**
 * @internal
 */
export function figuresOf(
  evaluation: Evaluation & Pick<Assessment, 'state'>,
): HistoryFigures {
  const { accountability, guardrails, level, readiness, rights, trust } =
    evaluation;
  return {
    entityRef: evaluation.entity.entityRef,
    level: level.level,
    guardrailStatus: guardrails.status,
    readiness: readiness.score,
    readinessBand: readiness.band,
    accountability: accountability.score,
    trust: trust.map(({ value }) => value),
    recommended: rights.map(({ recommended }) => recommended),
    effective: rights.map(({ effective }) => effective),
    state: evaluation.state,
  };
}

/**
 * What tells two points of a history apart: everything discrete, and figures as far as a chart shows them.
 * Trust moves all the time; without steps there would be a point for every evaluation.
 *
 * @internal
 */
export function historyKey(figures: HistoryFigures): string {
  const { accountability, effective, readiness, trust } = figures;
  return [
    figures.level,
    figures.guardrailStatus,
    Math.round(readiness ?? -1),
    figures.readinessBand,
    Math.round(accountability * STEPS),
    effective.join(''),
    trust.map(value => Math.round(value * STEPS)).join(','),
    figures.state.policyVersion,
  ].join(' ');
}
