import type {
  AutonomyLevel,
  EvaluationEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationResult } from './EvaluationResult';

/**
 * What is new in a result, told once.
 *
 * @remarks
 *
 * A record that begins anew goes through its whole past again, with evidence that came late. What was said of
 * that past stays as it was said; where the level comes out otherwise, it moved when it was found out.
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
  const events = step.events.filter(({ at }) => at > evaluatedAt);
  const first = events.find(isMove);
  const found = first ? first.from : step.level.level;
  return found === level
    ? events
    : [moveTo(level, found, first?.at ?? step.evaluatedAt), ...events];
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
