import { z } from 'zod';
import { createCursors, cursorText, placeSchema } from '../paging';

/**
 * Places in lists of events.
 *
 * @internal
 */
export const cursors = createCursors(
  placeSchema(z.strictObject({ at: z.int(), id: cursorText })),
);
