import { ENTITY_SORT_FIELDS } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { createCursors, cursorSkip, cursorText } from '../../../paging';
import type { ListOrder, Position } from './ListQuery';
import { isPositionIn } from './sorting';

/**
 * A place in a list from which to go on. It carries the order in which it is a place.
 *
 * @internal
 */
export interface Cursor {
  order: ListOrder;
  /** From the beginning if absent. */
  from?: Position;
  /** How many rows are passed over beyond that. */
  skip?: number;
  backwards: boolean;
}

const cursorSchema: z.ZodType<Cursor> = z
  .strictObject({
    order: z.strictObject({
      by: z.enum(ENTITY_SORT_FIELDS),
      direction: z.enum(['asc', 'desc']),
    }),
    from: z
      .strictObject({
        value: z.union([cursorText, z.number()]),
        entityRef: cursorText,
      })
      .optional(),
    skip: cursorSkip,
    backwards: z.boolean(),
  })
  .refine(({ from, order }) => !from || isPositionIn(order, from));

/**
 * @internal
 */
export const cursors = createCursors(cursorSchema);
