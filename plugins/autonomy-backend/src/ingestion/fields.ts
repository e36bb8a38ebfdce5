import { parseDuration } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/*
 * Building blocks of the item schemas. The `error` of a field says what was expected; what was found is
 * added by `describeIssues`.
 */

/**
 * Clocks of reporters may run ahead of ours by this much.
 *
 * @internal
 */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
const MAX_REF_LENGTH = 300;
const ENTITY_REF =
  /^[^:/\s\p{Cc}\p{Cs}]+:(?:[^:/\s\p{Cc}\p{Cs}]+\/)?[^:/\s\p{Cc}\p{Cs}]+$/u;
const MAX_URL_LENGTH = 2_000;
const LONGEST_TTL = 'P365D';

/**
 * One line of text.
 *
 * @internal
 */
export const textField = (maxLength: number) => {
  const error = `a text of 1 to ${maxLength} characters without control characters`;
  return z
    .string({ error })
    .max(maxLength, { error })
    .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]*$/u, { error });
};

/**
 * @internal
 */
export const enumField = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });

/**
 * @internal
 */
export const booleanField = () => z.boolean({ error: 'true or false' });

/**
 * An entity ref in any spelling, made canonical.
 *
 * @internal
 */
export const entityRefField = () => {
  const error = 'an entity ref such as component:default/payments-api';
  return z
    .string({ error })
    .max(MAX_REF_LENGTH, { error })
    .regex(ENTITY_REF, { error })
    .transform((ref, context) => {
      try {
        return stringifyEntityRef(parseEntityRef(ref));
      } catch {
        context.addIssue({ code: 'custom', message: error, input: ref });
        return z.NEVER;
      }
    });
};

/**
 * An instant, in UTC milliseconds.
 *
 * @internal
 */
export const instantField = () => {
  const error = 'an ISO 8601 instant with zone such as 2026-01-31T09:30:00Z';
  return z.iso.datetime({ offset: true, error }).transform(Date.parse);
};

/**
 * An instant that is not in the future, in UTC milliseconds.
 *
 * @internal
 */
export const pastInstantField = (now: number) =>
  instantField().refine(instant => instant <= now + CLOCK_TOLERANCE_MS, {
    error: 'an instant that is not in the future',
  });

/**
 * @internal
 */
export const urlField = () => {
  const error = `an http or https URL of at most ${MAX_URL_LENGTH} characters`;
  return z
    .string({ error })
    .max(MAX_URL_LENGTH, { error })
    .refine(isHttpUrl, { error });
};

function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu.test(text) && URL.canParse(text);
}

/**
 * Time to live, in milliseconds.
 *
 * @internal
 */
export const ttlField = () => {
  const error = `an ISO 8601 duration such as P1D, above zero and at most ${LONGEST_TTL}`;
  return z.string({ error }).transform((text, context) => {
    const ttl = readDuration(text);
    if (!ttl || ttl > parseDuration(LONGEST_TTL)) {
      context.addIssue({ code: 'custom', message: error, input: text });
      return z.NEVER;
    }
    return ttl;
  });
};

function readDuration(text: string): number | undefined {
  try {
    return parseDuration(text);
  } catch {
    return undefined;
  }
}
