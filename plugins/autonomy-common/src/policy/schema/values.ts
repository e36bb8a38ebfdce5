import { z } from 'zod';
import { parseDuration } from '../../engine/duration';
import { parseInstant } from '../../engine/instant';
import { CONSEQUENCES, SEVERITIES } from '../../model';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const id = z
  .string()
  .max(63)
  .regex(ID, { error: 'lower-case words joined by -' });

export const text = z.string().trim().min(1).max(1000);

export const url = z.url({
  protocol: /^https?$/,
  error: 'an http or https URL',
});

export const ratio = z.number().min(0).max(1);

export const positiveRatio = z.number().positive().max(1);

export const count = z.int().min(0).max(1_000_000);

export const consequence = z.enum(CONSEQUENCES);

export const severity = z.enum(SEVERITIES);

export const level = z.literal([1, 2, 3, 4]);

export const right = z.literal([1, 2, 3, 4, 5]);

export const tier = z.literal([1, 2, 3, 4]);

/** ISO 8601 duration to milliseconds. */
export const duration = z.string().transform((value, context) => {
  try {
    return parseDuration(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

export const positiveDuration = duration.refine(value => value > 0, {
  error: 'is out of bounds (expected a duration above zero, found zero)',
});

/** ISO 8601 date (UTC) or instant with a zone, to UTC milliseconds. */
export const instant = z.string().transform((value, context) => {
  const time = parseInstant(DATE.test(value) ? `${value}T00:00Z` : value);
  if (time !== undefined) return time;
  context.addIssue({
    code: 'custom',
    message: `not a date (expected e.g. 2026-03-01 or 2026-03-01T09:00:00Z, found ${value})`,
  });
  return z.NEVER;
});

/** One value for each consequence. */
export const byConsequence = <T extends z.ZodType>(value: T) =>
  z.strictObject({ low: value, medium: value, high: value, critical: value });
