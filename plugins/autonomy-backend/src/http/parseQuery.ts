import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import { entityRefField, instantField } from '../ingestion';

/**
 * An entity ref in a query, made canonical.
 *
 * @throws InputError that names the parameter
 * @internal
 */
export function parseRef(parameter: string, text: string): string {
  return parseWith(entityRefField(), parameter, text);
}

/**
 * An entity ref in a query that may leave out its kind, made canonical.
 *
 * @throws InputError that names the parameter
 * @internal
 */
export function parseRefWithin(
  parameter: string,
  text: string,
  defaultKind: string,
): string {
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultKind }));
  } catch {
    throw new InputError(
      `Invalid ${parameter}: expected an entity ref, found ${JSON.stringify(
        text.slice(0, 60),
      )}`,
    );
  }
}

/**
 * An instant in a query, in UTC milliseconds.
 *
 * @throws InputError that names the parameter
 * @internal
 */
export function parseInstant(parameter: string, text: string): number {
  return parseWith(instantField(), parameter, text);
}

/**
 * The period of a query, in UTC milliseconds; each end may be left open.
 *
 * @throws InputError that names the parameter
 * @internal
 */
export function parsePeriod({ from, to }: { from?: string; to?: string }) {
  return {
    from: from === undefined ? undefined : parseInstant('from', from),
    to: to === undefined ? undefined : parseInstant('to', to),
  };
}

function parseWith<T>(field: z.ZodType<T>, parameter: string, text: string): T {
  const { data, error } = field.safeParse(text);
  if (error) {
    throw new InputError(
      `Invalid ${parameter}: expected ${
        error.issues[0].message
      }, found ${JSON.stringify(text.slice(0, 60))}`,
    );
  }
  return data as T;
}
