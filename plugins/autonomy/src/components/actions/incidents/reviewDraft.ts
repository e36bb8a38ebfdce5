import type {
  IncidentReview,
  RecordedIncident,
  ReviewAction,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { dayOf, isDayWithin, lastInstantOf, oneLine } from '../shared';

const DAY = 86_400_000;

/** An action as it is written down. */
export interface ActionDraft {
  key: number;
  title: string;
  /** The day on which it was closed; empty while it is open. */
  closed: string;
  /** As it is on record; absent for a new one. */
  known?: ReviewAction;
}

/** A review as it is written down. */
export interface ReviewDraft {
  /** The day on which it was done. */
  completed: string;
  actions: ActionDraft[];
  noActionNeeded: boolean;
}

/** The days on which a review, and what it agreed on, may have been done. */
export interface ReviewDays {
  first: string;
  last: string;
}

/** The review on record, or an empty one of today. */
export function draftOf(
  { review }: RecordedIncident,
  now: number,
): ReviewDraft {
  return {
    completed: dayOf(review?.completedAt ?? now),
    actions: (review?.actions ?? []).map((known, key) => ({
      key,
      title: known.title,
      closed: known.closedAt === undefined ? '' : dayOf(known.closedAt),
      known,
    })),
    noActionNeeded: review?.noActionNeeded === true,
  };
}

/** What owners say is done is new: of the last day; a board may look further back. */
export function reviewDays(
  { startedAt }: RecordedIncident,
  { decides, now }: { decides: boolean; now: number },
): ReviewDays {
  const earliest = decides ? startedAt : Math.max(startedAt, now - DAY);
  return { first: dayOf(earliest), last: dayOf(now) };
}

/** Whether the day of a review, or of an action, may be said. What is on record stays. */
export function isSayable(
  day: string,
  known: number | undefined,
  { first, last }: ReviewDays,
): boolean {
  return (
    (known !== undefined && day === dayOf(known)) ||
    isDayWithin(day, first, last)
  );
}

/** The draft as a review. A day that is on record keeps its instant. */
export function reviewOf(
  { actions, completed, noActionNeeded }: ReviewDraft,
  options: { before?: IncidentReview; decides: boolean; now: number },
): IncidentReview {
  const { before, decides, now } = options;
  const instantOf = (day: string, known: number | undefined) =>
    known !== undefined && dayOf(known) === day
      ? known
      : lastInstantOf(day, now);
  return {
    completedAt: instantOf(completed, before?.completedAt) ?? now,
    actions: actions.map(({ closed, known, title }) => {
      const closedAt = instantOf(closed, known?.closedAt);
      return {
        // Its title is how an action is known.
        title: known?.title ?? oneLine(title),
        ...(closedAt !== undefined && { closedAt }),
      };
    }),
    ...(decides && { noActionNeeded }),
  };
}
