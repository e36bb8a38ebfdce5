import type {
  MoveCounts,
  MoveGroups,
  MovesFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** One domain or team with how much moves in it. */
export interface MovingGroup {
  ref?: string;
  title?: string;
  counts: MoveCounts;
}

/** The groups in which anything moves at that time; where most lose a right first, then where most move. */
export function movingGroups(
  groups: MoveGroups['groups'],
  when: MovesFilter['when'],
): MovingGroup[] {
  return groups
    .map(({ ref, title, ...counts }) => ({
      ref,
      title,
      counts: when === 'at-once' ? counts.atOnce : counts.settled,
    }))
    .filter(({ counts }) => counts.entities > 0)
    .sort(
      ({ counts: a }, { counts: b }) =>
        b.rightsLost - a.rightsLost || b.entities - a.entities,
    );
}
