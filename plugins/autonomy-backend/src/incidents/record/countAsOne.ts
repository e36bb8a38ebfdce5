import {
  CONSEQUENCES,
  type Consequence,
  type Incident,
  type IncidentReview,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { isWorse, worse } from './severity';

/**
 * Several incidents that are merged as the one that counts. It costs no less than the heaviest of them
 * alone: of everything it has what is worst for trust.
 *
 * @param parts - debited to the same entity; at least one
 * @param defaultArea - what an incident without areas touches
 * @internal
 */
export function countAsOne(
  parts: readonly Incident[],
  defaultArea: string,
): Incident {
  const [first, ...others] = parts;
  return others.length === 0
    ? first
    : { ...namesake(parts), ...weightOf(parts, defaultArea) };
}

/** The one whose name it has: that into which the others are merged, else the worst. */
function namesake(parts: readonly Incident[]): Incident {
  const whole = parts.find(({ mergedInto }) => mergedInto === undefined);
  return whole ?? [...parts].sort(byWeight)[0];
}

function byWeight(a: Incident, b: Incident): number {
  if (a.severity !== b.severity) {
    return isWorse(a.severity, b.severity) ? -1 : 1;
  }
  return startOf(b) - startOf(a) || (a.id < b.id ? -1 : 1);
}

function weightOf(parts: readonly Incident[], defaultArea: string) {
  const severity = parts.map(each => each.severity).reduce(worse);
  const startedAt = Math.max(...parts.map(startOf));
  const strict = parts.reduce(stricter);
  const areasOf = ({ areas }: Incident) =>
    areas.length > 0 ? areas : [defaultArea];
  return {
    severity,
    areas: [...new Set(parts.flatMap(areasOf))].sort(),
    startedAt,
    // A start counts no later than it was recorded; so it has to be that of the newest part.
    recordedAt: Math.max(...parts.map(({ recordedAt }) => recordedAt)),
    updatedAt: latest(
      parts.map(({ recordedAt, updatedAt = recordedAt }) => updatedAt),
    ),
    resolvedAt: parts.some(({ resolvedAt }) => resolvedAt === undefined)
      ? undefined
      : latest(parts.map(({ resolvedAt }) => resolvedAt)),
    reopenedAt: latest(parts.map(({ reopenedAt }) => reopenedAt)),
    class: strict.class,
    classifiedAt: strict.class === 'none' ? undefined : classifiedAt(strict),
    irreversible: parts.some(({ irreversible }) => irreversible),
    review: reviewOf(parts, severity === 'low' ? startedAt : undefined),
    consequences: consequencesOf(parts),
  };
}

/** Of two classes a bypass, of two bypasses the later one, else any that is not none. */
function stricter(a: Incident, b: Incident): Incident {
  const bypasses = [a, b]
    .filter(each => each.class === 'bypass')
    .sort((x, y) => classifiedAt(y) - classifiedAt(x));
  return bypasses[0] ?? (a.class === 'none' ? b : a);
}

/**
 * All reviews as one: done when the last is, with the actions of all. There is none before there is one
 * of each part.
 *
 * @param startedAt - of small incidents, where it counts how long after its start one was reviewed:
 * as long as with any of them
 */
function reviewOf(
  parts: readonly Incident[],
  startedAt: number | undefined,
): IncidentReview | undefined {
  const reviews = parts.flatMap(({ review }) => (review ? [review] : []));
  if (reviews.length < parts.length) {
    return undefined;
  }
  const instants = parts.map(part => {
    const at = part.review!.completedAt;
    return startedAt === undefined ? at : at + startedAt - startOf(part);
  });
  const undecided = reviews.some(
    ({ actions, noActionNeeded }) => actions.length === 0 && !noActionNeeded,
  );
  return {
    completedAt: Math.max(...instants),
    actions: undecided ? [] : reviews.flatMap(actionsOf),
  };
}

/** That no action was needed is as good as one that was done with the review. */
function actionsOf({ actions, completedAt }: IncidentReview) {
  return actions.length > 0
    ? actions
    : [{ title: 'No action needed', closedAt: completedAt }];
}

/** In each area what was at stake most. */
function consequencesOf(
  parts: readonly Incident[],
): Record<string, Consequence> | undefined {
  const known = parts.flatMap(({ consequences }) =>
    Object.entries(consequences ?? {}),
  );
  if (known.length === 0) {
    return undefined;
  }
  const most: Record<string, Consequence> = {};
  for (const [area, consequence] of known) {
    const before = CONSEQUENCES.indexOf(most[area]);
    if (CONSEQUENCES.indexOf(consequence) > before) {
      most[area] = consequence;
    }
  }
  return most;
}

/** As the engine takes it: never after we were told. */
function startOf({ recordedAt, startedAt }: Incident): number {
  return Math.min(startedAt, recordedAt);
}

function classifiedAt({ classifiedAt: at, recordedAt }: Incident): number {
  return at ?? recordedAt;
}

function latest(instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter(instant => instant !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
