import type {
  Need,
  Needs,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NeedsGroup } from './NeedsGroup';
import { NothingNeeded } from './NothingNeeded';

const PARTS = ['owner', 'board'] as const;

export interface NeedsContentProps {
  needs: Needs;
  /** How many of a part are shown before more are asked for. */
  limit: number;
}

/** What waits for the reader, as an owner and as a member of a board. */
export function NeedsContent({ needs, limit }: NeedsContentProps) {
  if (needs.items.length === 0) {
    return <NothingNeeded {...needs} />;
  }
  return (
    <>
      {PARTS.map(part => {
        const items = needs.items.filter(({ as }) => as === part);
        const count = Math.max(items.length, countOf(needs, part));
        return (
          items.length > 0 && (
            <NeedsGroup
              key={part}
              as={part}
              items={items}
              count={count}
              limit={limit}
            />
          )
        );
      })}
    </>
  );
}

/** Boards decide what is undecided; everything else waits for owners. */
function countOf({ counts }: Needs, part: Need['as']): number {
  return Object.entries(counts)
    .filter(
      ([kind]) => (kind.endsWith('-undecided') ? 'board' : 'owner') === part,
    )
    .reduce((sum, [, count]) => sum + count, 0);
}
