import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AuditArea } from '../useAuditAreas';

export const RIGHTS: readonly DecisionRight[] = [1, 2, 3, 4, 5];

/** What was chosen so far, by area. */
export type Ratings = Readonly<Record<string, DecisionRight | undefined>>;

/** The areas that lack a rating. */
export function missingIn(areas: AuditArea[], ratings: Ratings): AuditArea[] {
  return areas.filter(({ area }) => ratings[area] === undefined);
}

/** What is recommended in every area, where it is known. */
export function asRecommended(areas: AuditArea[]): Ratings {
  return Object.fromEntries(
    areas.map(({ area, recommended }) => [area, recommended]),
  );
}

/** The ratings of all areas, once none lacks one. */
export function wholeOf(
  areas: AuditArea[],
  ratings: Ratings,
): Record<string, DecisionRight> {
  return Object.fromEntries(
    areas.map(({ area }) => [area, ratings[area] as DecisionRight]),
  );
}
