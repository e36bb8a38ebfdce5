import type { IncidentReview } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError, NotAllowedError } from '@backstage/errors';

const RECENT_MS = 24 * 3_600_000;

type Action = IncidentReview['actions'][number];

/**
 * A review as the board writes it. That no action is needed was said of the review that there was then.
 *
 * @internal
 */
export function reviewByBoard(
  review: IncidentReview,
  before: IncidentReview | undefined,
): IncidentReview {
  const { completedAt, noActionNeeded } = review;
  const stays = completedAt === before?.completedAt;
  return {
    ...review,
    noActionNeeded:
      noActionNeeded ?? (stays ? before.noActionNeeded : undefined),
  };
}

/**
 * A review as those write it whose loss it makes smaller: what they say is done is new, and what they
 * agreed on stays until it is done.
 *
 * @param now - UTC milliseconds
 * @throws InputError for an instant of long ago; NotAllowedError for what only a board may say
 * @internal
 */
export function reviewByOwner(
  review: IncidentReview,
  before: IncidentReview | undefined,
  now: number,
): IncidentReview {
  if (review.noActionNeeded !== undefined) {
    throw new NotAllowedError(
      'Only its board, and nobody who owns it, may say whether an action is needed',
    );
  }
  if (review.completedAt !== before?.completedAt) {
    requireRecent('review.completedAt', review.completedAt, now);
  }
  const known = before?.actions ?? [];
  review.actions.forEach(({ closedAt, title }, i) => {
    const isKnown = known.some(
      each => each.title === title && each.closedAt === closedAt,
    );
    if (closedAt !== undefined && !isKnown) {
      requireRecent(`review.actions[${i}].closedAt`, closedAt, now);
    }
  });
  requireOpenOnes(review.actions, known);
  return reviewByBoard(review, before);
}

function requireRecent(field: string, instant: number, now: number): void {
  if (instant < now - RECENT_MS) {
    throw new InputError(
      `Invalid ${field}: expected an instant of the last 24 hours or the one it has, found ${new Date(
        instant,
      ).toISOString()}`,
    );
  }
}

/** Each as often as it was agreed on. */
function requireOpenOnes(
  actions: readonly Action[],
  known: readonly Action[],
): void {
  const left = actions.map(({ title }) => title);
  for (const { closedAt, title } of known) {
    const at = left.indexOf(title);
    if (at >= 0) {
      left.splice(at, 1);
    } else if (closedAt === undefined) {
      throw new NotAllowedError(
        `Only its board, and nobody who owns it, may drop an action that is open: ${title.slice(
          0,
          60,
        )}`,
      );
    }
  }
}
