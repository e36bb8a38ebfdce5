import { ENTITY_SORT_FIELDS } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { TEXT_SORT_FIELDS, type ListOrder, type Position } from './ListQuery';

/**
 * A place in a list from which to go on. It carries the order in which it is a place.
 *
 * @internal
 */
export interface Cursor {
  order: ListOrder;
  from: Position;
  backwards: boolean;
}

// PostgreSQL refuses text with a NUL character.
const textSchema = z.string().regex(/^[^\0]*$/);

const cursorSchema: z.ZodType<Cursor> = z
  .strictObject({
    order: z.strictObject({
      by: z.enum(ENTITY_SORT_FIELDS),
      direction: z.enum(['asc', 'desc']),
    }),
    from: z.strictObject({
      value: z.union([textSchema, z.number()]),
      entityRef: textSchema,
    }),
    backwards: z.boolean(),
  })
  .refine(
    ({ from, order }) =>
      (typeof from.value === 'string') === TEXT_SORT_FIELDS.has(order.by),
  );

/**
 * @internal
 */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * @throws InputError for anything that `encodeCursor` did not make
 * @internal
 */
export function decodeCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      'Invalid cursor: expected one that an earlier page of this list gave',
    );
  }
}
