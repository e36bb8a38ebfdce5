import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { Place } from './readPage';

/**
 * Where a list goes on, as text that readers give back.
 *
 * @internal
 */
export interface Cursors<T> {
  encode(place: T): string;
  /** @throws InputError for anything that `encode` did not make */
  decode(text: string): T;
}

/** Text within a cursor; PostgreSQL refuses text with a NUL character. @internal */
export const cursorText = z.string().regex(/^[^\0]*$/);

/** How many rows a cursor passes over. @internal */
export const cursorSkip = z.int().min(0).optional();

/**
 * @internal
 */
export function placeSchema<TPosition>(
  position: z.ZodType<TPosition>,
): z.ZodType<Place<TPosition>> {
  return z.strictObject({ after: position.optional(), skip: cursorSkip });
}

/**
 * @param schema - strict: what it takes is all that a cursor may say
 * @internal
 */
export function createCursors<T>(schema: z.ZodType<T>): Cursors<T> {
  return {
    encode: place => Buffer.from(JSON.stringify(place)).toString('base64url'),
    decode(text) {
      try {
        return schema.parse(
          JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
        );
      } catch {
        throw new InputError(
          'Invalid cursor: expected one that an earlier page of this list gave',
        );
      }
    },
  };
}
