import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import { describeIssues } from '../ingestion';

/**
 * What somebody sent, as it should be.
 *
 * @throws InputError that names the field, what was expected and what was found
 * @internal
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const { data, error } = schema.safeParse(body);
  if (error) {
    const { field, message } = describeIssues(error.issues, body);
    throw new InputError(`Invalid ${field || 'body'}: ${message}`);
  }
  return data;
}
