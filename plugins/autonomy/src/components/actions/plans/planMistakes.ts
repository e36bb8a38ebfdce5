import { dayOf, daysAfter, isDayWithin, oneLine, startOfDay } from '../shared';
import {
  fewestDays,
  longestOf,
  type PlanDraft,
  type PlanLimits,
} from './planDraft';

const DAY = 86_400_000;

/** Days ahead that a plan may begin. */
export const LATEST_START = 30;
/** Days that have to be left of it. */
const FEWEST_LEFT = 7;
const SHORTEST_TITLE = 3;
const SHORTEST_REASON = 10;

/** What is not right yet; the words are found by this name. */
export type PlanMistake = 'required' | 'short' | 'start' | 'end' | 'review';

export type PlanField =
  | 'title'
  | 'reason'
  | 'areas'
  | 'cap'
  | 'criteria'
  | 'startsOn'
  | 'endsOn'
  | 'reviewOn';

/** What a draft is measured against. */
export interface PlanBounds {
  /** UTC milliseconds. */
  now: number;
  limits: PlanLimits;
  /** The first day as it was saved, which may stay. */
  formerStart?: string;
}

/** The first and the last day on which a plan may end. */
export function endDays(
  { approach, startsOn }: PlanDraft,
  { limits, now }: PlanBounds,
): { first: string; last: string } {
  const start = startOfDay(startsOn) ?? now;
  const days = [
    daysAfter(start, fewestDays(approach, limits)),
    daysAfter(now, FEWEST_LEFT + 1),
  ];
  return {
    first: days.sort()[1],
    last: daysAfter(start, Math.floor(longestOf(approach, limits) / DAY)),
  };
}

/** What is wrong with a draft, by field. What a domain's overlay shortens is left to the backend. */
export function planMistakes(
  draft: PlanDraft,
  bounds: PlanBounds,
): Partial<Record<PlanField, PlanMistake>> {
  const { formerStart, limits, now } = bounds;
  const { approach, areas, cap, criteria, endsOn, reviewOn, startsOn } = draft;
  const { first, last } = endDays(draft, bounds);
  const when = (wrong: boolean, mistake: PlanMistake) =>
    wrong ? mistake : undefined;
  return {
    title: when(oneLine(draft.title).length < SHORTEST_TITLE, 'required'),
    reason: when(oneLine(draft.reason).length < SHORTEST_REASON, 'short'),
    areas: when(areas.length === 0, 'required'),
    cap: when(
      cap === undefined && limits?.[approach].cap !== undefined,
      'required',
    ),
    // What caps rights says when it is over.
    criteria: when(cap !== undefined && criteria.length === 0, 'required'),
    startsOn: when(
      startsOn !== formerStart &&
        !isDayWithin(startsOn, dayOf(now), daysAfter(now, LATEST_START)),
      'start',
    ),
    endsOn: when(!isDayWithin(endsOn, first, last), 'end'),
    reviewOn: when(
      !isDayWithin(reviewOn, startsOn, endsOn) ||
        [startsOn, endsOn].includes(reviewOn),
      'review',
    ),
  };
}
