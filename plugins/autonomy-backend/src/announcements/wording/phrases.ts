import type {
  EventCause,
  EventReason,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PolicyWords } from './PolicyWords';

const MOST_LISTED = 5;

const CAUSES: Record<EventCause, string> = {
  policy: 'a new policy',
  evidence: 'new evidence',
  decision: 'a decision',
  time: 'time went by',
};

/**
 * Words one after the other, the first few of many.
 *
 * @internal
 */
export function list(words: readonly string[], most = MOST_LISTED): string {
  const shown = words.slice(0, most);
  const more = words.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.pop();
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last ?? '';
}

/**
 * To the minute.
 *
 * @param at - UTC milliseconds
 * @internal
 */
export function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/**
 * What made things change.
 *
 * @internal
 */
export function causeOf(causes: ReadonlySet<EventCause>): string {
  return `Cause: ${list([...causes].map(cause => CAUSES[cause]))}.`;
}

/**
 * What keeps a level from being held.
 *
 * @internal
 */
export function unmet(
  reasons: readonly EventReason[],
  words: PolicyWords,
): string {
  return list(
    reasons.flatMap(({ kind, ref = '' }) => {
      switch (kind) {
        case 'check':
          return words.check(ref);
        case 'guardrail':
          return `the guardrail ${words.check(ref)}`;
        case 'trust':
          return `trust in ${words.area(ref)}`;
        case 'readiness':
        case 'accountability':
          return kind;
        default:
          return [];
      }
    }),
  );
}

/**
 * What decides a right.
 *
 * @internal
 */
export function bounds(
  reasons: readonly EventReason[],
  words: PolicyWords,
): string {
  const named = reasons.map(({ kind, ref }) => {
    switch (kind) {
      case 'guardrail':
        return ref === undefined ? kind : `guardrail ${words.check(ref)}`;
      case 'plan':
      case 'bypass':
      case 'grant':
        return `a ${kind}`;
      default:
        return kind;
    }
  });
  return list([...new Set(named)]);
}
