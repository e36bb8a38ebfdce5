import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Where an incident stands in the list.
 *
 * @internal
 */
export type IncidentPosition = Pick<Incident, 'id' | 'source' | 'startedAt'>;

// PostgreSQL refuses text with a NUL character.
const textSchema = z.string().regex(/^[^\0]*$/);

const positionSchema: z.ZodType<IncidentPosition> = z.strictObject({
  startedAt: z.int(),
  source: textSchema,
  id: textSchema,
});

/**
 * @internal
 */
export function encodeCursor(position: IncidentPosition): string {
  const { id, source, startedAt } = position;
  return Buffer.from(JSON.stringify({ startedAt, source, id })).toString(
    'base64url',
  );
}

/**
 * @throws InputError for anything that `encodeCursor` did not make
 * @internal
 */
export function decodeCursor(text: string): IncidentPosition {
  try {
    return positionSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      'Invalid cursor: expected one that an earlier page of this list gave',
    );
  }
}
