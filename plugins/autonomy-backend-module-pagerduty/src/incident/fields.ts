import { z } from 'zod';

/*
 * Building blocks of the schemas. The `error` of a field says what was expected; what was found is added
 * by `describeMistakes`.
 */

const MAX_URL_LENGTH = 2_000;

/**
 * A text as one line of at most `maxLength` characters, without control characters and halves of pairs.
 *
 * @internal
 */
export function toLine(text: string, maxLength: number): string {
  // The second time for a pair that was cut in two.
  return tidy(tidy(text).slice(0, maxLength));
}

function tidy(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
}

/**
 * A name for people: too long or unprintable is no reason to refuse it.
 *
 * @internal
 */
export const nameField = (maxLength: number) =>
  z.string({ error: 'a text' }).transform(text => toLine(text, maxLength));

/**
 * A name for machines: taken as it is or refused.
 *
 * @internal
 */
export const idField = () => {
  const error =
    'a text of 1 to 200 characters without white space and control characters';
  return z.string({ error }).regex(/^[^\s\p{Cc}\p{Cs}]{1,200}$/u, { error });
};

/**
 * An instant, in UTC milliseconds.
 *
 * @internal
 */
export const instantField = () => {
  const error = 'an ISO 8601 instant with zone';
  return z.iso.datetime({ offset: true, error }).transform(Date.parse);
};

/**
 * A link, absent where it is none that is safe to show.
 *
 * @internal
 */
export const linkField = () =>
  z
    .string()
    .max(MAX_URL_LENGTH)
    .regex(/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu)
    .refine(text => URL.canParse(text))
    .nullish()
    .catch(undefined);
