import {
  outcomeEvents,
  type AutonomyLevel,
  type EvaluationEvent,
  type EvaluationStep,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationRecord } from '../inputs';
import type { EvaluationResult } from './EvaluationResult';

/** Told by what an outcome was and is. */
const OF_OUTCOMES: ReadonlySet<EvaluationEvent['kind']> = new Set([
  'guardrail-changed',
  'readiness-changed',
  'right-changed',
]);

/**
 * What is new in a result, told once.
 *
 * @remarks
 *
 * A record that begins anew goes through its whole past again, with evidence that came late. What was said of
 * that past stays as it was said; what comes out otherwise changed when it was found out.
 *
 * @internal
 */
export function transitionsOf({
  isPreliminary,
  record,
  step,
}: EvaluationResult): EvaluationEvent[] {
  if (isPreliminary || !record || record.startedAt === undefined) {
    return [];
  }
  if (record.state) {
    return step.events;
  }
  const { evaluatedAt, level } = record.stored;
  const since = step.events.filter(
    event => event.at > evaluatedAt && !OF_OUTCOMES.has(event.kind),
  );
  const first = since.find(isMove);
  const found = first ? first.from : step.level.level;
  const foundOut =
    found === level
      ? []
      : [moveTo(level, found, first?.at ?? step.evaluatedAt)];
  return [...foundOut, ...since, ...outcomeChanges(step, record)];
}

function outcomeChanges(
  step: EvaluationStep,
  { formerOutcome }: EvaluationRecord,
): EvaluationEvent[] {
  return formerOutcome
    ? outcomeEvents({
        prior: { outcome: formerOutcome },
        next: step.state,
        at: step.evaluatedAt,
        cause: 'evidence',
        rights: step.rights,
      })
    : [];
}

function isMove(event: EvaluationEvent) {
  return event.kind === 'level-promoted' || event.kind === 'level-demoted';
}

function moveTo(
  from: AutonomyLevel,
  to: AutonomyLevel,
  at: number,
): EvaluationEvent {
  const moved = {
    from,
    to,
    at,
    cause: 'evidence' as const,
    reasons: [{ kind: 'level' as const, ref: String(to) }],
  };
  return to > from
    ? { kind: 'level-promoted', ...moved }
    : { kind: 'level-demoted', ...moved };
}
