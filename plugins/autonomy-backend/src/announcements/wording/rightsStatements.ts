import type { EvaluationEvent } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Category } from './categories';
import { bounds, instant } from './phrases';
import type { PolicyWords } from './PolicyWords';
import type { Statement } from './Statement';

const MOST_AREAS = 6;

type RightEvent = Extract<EvaluationEvent, { kind: 'right-changed' }>;

function lineOf({ area, from, reasons, to }: RightEvent, words: PolicyWords) {
  const why = bounds(reasons, words);
  return `${words.area(area)} from “${words.right(from!)}” to “${words.right(
    to,
  )}”${why && ` (${why})`}`;
}

function statementOf(
  category: Category,
  events: readonly RightEvent[],
  words: PolicyWords,
  now: number,
): Statement[] {
  if (events.length === 0) {
    return [];
  }
  const how = category === 'rights-narrowed' ? 'narrowed' : 'widened';
  const lines = events.slice(0, MOST_AREAS).map(event => lineOf(event, words));
  const more = events.length - lines.length;
  const shownOnlyUntil = words.shownOnlyUntil(now);
  return [
    {
      category,
      causes: events.map(({ cause }) => cause),
      subject: 'rights',
      title:
        events.length === 1
          ? `right in ${words.area(events[0].area)} ${how}`
          : `rights in ${events.length} areas ${how}`,
      text: `Decision rights ${how}: ${lines.join('; ')}${
        more > 0 ? `; and ${more} more` : ''
      }.${
        shownOnlyUntil === undefined
          ? ''
          : ` Rights are shown, not enforced until ${instant(shownOnlyUntil)}.`
      }`,
    },
  ];
}

/**
 * All rights that narrowed as one, and all that widened. A right in an area that is new is neither.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function rightsStatements(
  events: readonly RightEvent[],
  words: PolicyWords,
  now: number,
): Statement[] {
  const narrowed = events.filter(({ from, to }) => from && to < from);
  const widened = events.filter(({ from, to }) => from && to > from);
  return [
    ...statementOf('rights-narrowed', narrowed, words, now),
    ...statementOf('rights-widened', widened, words, now),
  ];
}
