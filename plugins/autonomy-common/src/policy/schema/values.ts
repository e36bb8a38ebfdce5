import { z } from 'zod';
import { DAY, parseDuration } from '../../engine/duration';
import { parseInstant } from '../../engine/instant';
import { CONSEQUENCES, SEVERITIES } from '../../model';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** As in the catalog: namespace and name have at most 63 characters each. */
const DOMAIN_REF = /^domain:[A-Za-z0-9-]{1,63}\/[A-Za-z0-9._-]{1,63}$/;
/** A century; instants beyond it would no longer be dates. */
const LONGEST = 36_525 * DAY;

export const id = z
  .string()
  .max(63)
  .regex(ID, { error: 'lower-case words joined by -' });

export const text = z.string().trim().min(1).max(1000);

export const url = z.url({
  protocol: /^https?$/,
  error: 'an http or https URL',
});

export const domainRef = z
  .string()
  .regex(DOMAIN_REF, {
    error: 'the full entity ref of a domain such as domain:default/payments',
  })
  .transform(ref => ref.toLowerCase());

export const ratio = z.number().min(0).max(1);

export const positiveRatio = z.number().positive().max(1);

export const count = z.int().min(0).max(1_000_000);

/** A mean of answers from 1 to 5. */
export const mean = z.number().min(1).max(5);

export const consequence = z.enum(CONSEQUENCES);

export const severity = z.enum(SEVERITIES);

export const level = z.literal([1, 2, 3, 4]);

export const right = z.literal([1, 2, 3, 4, 5]);

export const tier = z.literal([1, 2, 3, 4]);

/** Text of a duration, as it is written. */
export const durationText = z.string().meta({
  pattern: '^P(\\d+W|(?=\\d|T\\d)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?)$',
  examples: ['P30D', 'P2W', 'PT12H'],
});

/** ISO 8601 duration to milliseconds. */
export const duration = durationText.transform((value, context) => {
  try {
    const result = parseDuration(value);
    if (result <= LONGEST) return result;
    context.addIssue({
      code: 'custom',
      message: `is out of bounds (expected at most P36525D, found ${value})`,
    });
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
  return z.NEVER;
});

export const positiveDuration = duration.refine(value => value > 0, {
  error: 'is out of bounds (expected a duration above zero, found zero)',
});

/** Text of an instant, as it is written. */
export const instantText = z.string().meta({
  pattern:
    '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$',
  examples: ['2026-03-01', '2026-03-01T09:00:00Z'],
});

/** ISO 8601 date (UTC) or instant with a zone, to UTC milliseconds. */
export const instant = instantText.transform((value, context) => {
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
