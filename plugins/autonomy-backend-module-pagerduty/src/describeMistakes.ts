import type { z } from 'zod';

/** Enough to find out what is wrong; the rest tends to repeat it. */
const MAX_MISTAKES = 3;

/**
 * What is wrong with something that PagerDuty said: fields and kinds of values, but no values, because
 * the text is kept and shown.
 *
 * @internal
 */
export function describeMistakes(error: z.ZodError, value: unknown): string {
  return error.issues
    .slice(0, MAX_MISTAKES)
    .map(({ message, path }) => {
      const field = path.join('.') || 'the whole';
      return `${field}: expected ${message}, found ${kindAt(value, path)}`;
    })
    .join('; ');
}

function kindAt(value: unknown, path: readonly PropertyKey[]): string {
  const found = path.reduce<any>(
    (at, part) => (at && Object.hasOwn(at, part) ? at[part] : undefined),
    value,
  );
  if (found === undefined || found === null) {
    return 'nothing';
  }
  if (Array.isArray(found)) {
    return 'a list';
  }
  return typeof found === 'object' ? 'an object' : `another ${typeof found}`;
}
