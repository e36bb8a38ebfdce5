import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { DeploymentPosition } from './DeploymentQueries';

// PostgreSQL refuses text with a NUL character.
const textSchema = z.string().regex(/^[^\0]*$/);

const positionSchema: z.ZodType<DeploymentPosition> = z.strictObject({
  finishedAt: z.int(),
  source: textSchema,
  id: textSchema,
});

/**
 * @internal
 */
export function encodeCursor(position: DeploymentPosition): string {
  const { finishedAt, id, source } = position;
  return Buffer.from(JSON.stringify({ finishedAt, source, id })).toString(
    'base64url',
  );
}

/**
 * @throws InputError for anything that `encodeCursor` did not make
 * @internal
 */
export function decodeCursor(text: string): DeploymentPosition {
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
