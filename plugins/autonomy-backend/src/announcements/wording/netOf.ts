import type { EvaluationEvent } from '@aligned-autonomy/backstage-plugin-autonomy-common';

type LevelMove = Extract<
  EvaluationEvent,
  { kind: 'level-promoted' | 'level-demoted' }
>;

/** What an event is about: of events about the same only the outcome matters to people. */
function subjectOf(event: EvaluationEvent): string {
  switch (event.kind) {
    case 'level-promoted':
    case 'level-demoted':
      return 'level';
    case 'level-at-risk':
    case 'level-recovered':
      return 'risk';
    case 'proposal-opened':
    case 'proposal-lapsed':
    case 'proposal-rejected':
      return 'proposal';
    case 'guardrail-changed':
      return `guardrail ${event.checkId}`;
    case 'right-changed':
      return `right ${event.area}`;
    case 'plan-ended':
      return `plan ${event.planId}`;
    default:
      return 'readiness';
  }
}

/** What comes to nothing where it follows the other. */
const UNDOES: Partial<Record<EvaluationEvent['kind'], string>> = {
  'level-recovered': 'level-at-risk',
  'proposal-lapsed': 'proposal-opened',
};

/** Two events about the same, as one; undefined where all is as it was. */
function joined(
  first: EvaluationEvent,
  last: EvaluationEvent,
): EvaluationEvent | undefined {
  if (UNDOES[last.kind] === first.kind) {
    return undefined;
  }
  if (!isChange(first) || !isChange(last)) {
    return last;
  }
  if (first.from === last.to) {
    return undefined;
  }
  if (first.kind === 'level-promoted' || first.kind === 'level-demoted') {
    const move = { ...last, from: first.from } as LevelMove;
    return move.to > move.from
      ? { ...move, kind: 'level-promoted' }
      : { ...move, kind: 'level-demoted' };
  }
  return { ...last, from: first.from } as EvaluationEvent;
}

function isChange(event: EvaluationEvent) {
  return (
    event.kind === 'level-promoted' ||
    event.kind === 'level-demoted' ||
    event.kind === 'guardrail-changed' ||
    event.kind === 'right-changed'
  );
}

/**
 * What is different at the end of events that follow each other. After a stop much may have come and gone, and
 * people need to know what is so.
 *
 * @internal
 */
export function netOf(events: readonly EvaluationEvent[]): EvaluationEvent[] {
  const net = new Map<string, EvaluationEvent>();
  for (const event of events) {
    const subject = subjectOf(event);
    const before = net.get(subject);
    const after = before ? joined(before, event) : event;
    // So that it stands where it happened last.
    net.delete(subject);
    if (after) {
      net.set(subject, after);
    }
    if (subject === 'level') {
      // A move settles both.
      net.delete('risk');
      net.delete('proposal');
    }
  }
  return [...net.values()];
}
