import { z } from 'zod';
import { createCursors, cursorText, placeSchema } from '../paging';

/** What a list in the order in which things were opened has come to. @internal */
export interface OpenedPosition {
  openedAt: number;
  id: string;
}

/** @internal */
export const openedCursors = createCursors(
  placeSchema<OpenedPosition>(
    z.strictObject({ openedAt: z.int(), id: cursorText }),
  ),
);

/** @internal */
export function openedPosition({
  id,
  openedAt,
}: OpenedPosition): OpenedPosition {
  return { openedAt, id };
}
