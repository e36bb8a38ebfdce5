import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ListedEntity, Position } from './ListQuery';

/** Making that many rows into text keeps the process for a few milliseconds. */
const PIECE_SIZE = 500;

interface Walk {
  /** Rows in the order of the list. */
  read: (stretch: {
    from?: Position;
    limit: number;
  }) => Promise<ListedEntity[]>;
  /** Which of some entities the reader may see; absent where that is all of them. */
  readable?: (entityRefs: string[]) => Promise<ReadonlySet<string>>;
}

/**
 * Goes through a whole list. The first piece is read at once, so that what is wrong with the request shows
 * before anything is sent; each further one when it is asked for.
 *
 * @internal
 */
export async function walkList(
  walk: Walk,
): Promise<AsyncIterable<AutonomyEntitySummary[]>> {
  return pieces(walk, await walk.read({ limit: PIECE_SIZE }));
}

async function* pieces(
  { read, readable }: Walk,
  first: ListedEntity[],
): AsyncGenerator<AutonomyEntitySummary[], void> {
  let rows = first;
  while (rows.length > 0) {
    const summaries = rows.map(({ summary }) => summary);
    const shown = await readable?.(summaries.map(row => row.entityRef));
    yield shown
      ? summaries.filter(({ entityRef }) => shown.has(entityRef))
      : summaries;
    const last = rows[rows.length - 1];
    rows =
      rows.length < PIECE_SIZE
        ? []
        : await read({ from: last.position, limit: PIECE_SIZE });
  }
}
