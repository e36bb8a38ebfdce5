import type { SimulatedMove } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Making that many rows into text keeps the process for a few milliseconds. */
const PIECE_SIZE = 200;

interface Walk {
  /** Moves in the order of their refs. */
  read: (stretch: {
    after?: string;
    limit: number;
  }) => Promise<SimulatedMove[]>;
  /** Which of some entities the reader may see; absent where that is all of them. */
  readable?: (entityRefs: string[]) => Promise<ReadonlySet<string>>;
}

/**
 * Goes through all moves. The first piece is read at once, so that what is wrong with the request shows before
 * anything is sent; each further one when it is asked for.
 *
 * @internal
 */
export async function walkMoves(
  walk: Walk,
): Promise<AsyncIterable<SimulatedMove[]>> {
  return pieces(walk, await walk.read({ limit: PIECE_SIZE }));
}

async function* pieces(
  { read, readable }: Walk,
  first: SimulatedMove[],
): AsyncGenerator<SimulatedMove[], void> {
  let moves = first;
  while (moves.length > 0) {
    const shown = await readable?.(moves.map(({ entityRef }) => entityRef));
    yield shown ? moves.filter(({ entityRef }) => shown.has(entityRef)) : moves;
    const after = moves[moves.length - 1].entityRef;
    moves =
      moves.length < PIECE_SIZE ? [] : await read({ after, limit: PIECE_SIZE });
  }
}
