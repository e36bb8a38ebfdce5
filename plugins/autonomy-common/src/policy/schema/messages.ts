import type { z } from 'zod';
import { didYouMean } from '../../engine/suggest';
import type { FieldPath } from '../DocumentLines';
import { knownKeys, unionValues } from './knownKeys';

/** A mistake in some data, before it is known where the data came from. */
export interface SchemaIssue {
  path: FieldPath;
  message: string;
  /** Nothing stands at the path although something must. */
  missing: boolean;
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<any>((value, key) => value?.[key], data);
}

/** A value in a message. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.length > 20) return `${value.length} items`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function oneOf(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `one of ${names.join(', ')}`;
}

/** The message about a value that is none of a few. */
export function notAllowed(found: unknown, allowed: readonly string[]): string {
  const what = found === undefined ? 'is missing' : 'is not allowed';
  const hint = typeof found === 'string' ? didYouMean(found, allowed) : '';
  return `${what} (expected ${oneOf(allowed)}, found ${shown(found)})${hint}`;
}

function bound(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') {
    const words = issue.inclusive ? 'at least' : 'more than';
    return `${words} ${issue.minimum}${unit(issue.origin)}`;
  }
  if (issue.code === 'too_big') {
    const words = issue.inclusive ? 'at most' : 'less than';
    return `${words} ${issue.maximum}${unit(issue.origin)}`;
  }
  return '';
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}

function describe(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      // What is never allowed says why.
      if (issue.expected === 'never') return issue.message;
      return `${
        found === undefined ? 'is missing' : 'has the wrong type'
      } (expected ${issue.expected}, found ${shown(found)})`;
    case 'invalid_value':
      return notAllowed(found, issue.values.map(String));
    case 'too_small':
    case 'too_big':
      return `is out of bounds (expected ${bound(issue)}, found ${shown(
        found,
      )})`;
    case 'invalid_format':
      // The schema says as its message what it expects.
      return `is not valid (expected ${issue.message}, found ${shown(found)})`;
    default:
      return issue.message;
  }
}

function fromZod(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  data: unknown,
): SchemaIssue[] {
  const path = issue.path as FieldPath;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path, data);
    return issue.keys.map(key => ({
      path: [...path, key],
      message: `unknown field${
        didYouMean(key, known) || ` (expected ${oneOf(known)})`
      }`,
      missing: false,
    }));
  }
  const found = valueAt(data, path);
  if (issue.code === 'invalid_union') {
    const allowed = unionValues(schema, path.slice(0, -1), data);
    const message = notAllowed(found, allowed);
    return [{ path, message, missing: found === undefined }];
  }
  return [
    { path, message: describe(issue, found), missing: found === undefined },
  ];
}

/** As many as anybody mends at once; to put more into words takes time. */
const MOST_ISSUES = 100;

/** The fields that nobody knows one by one, so that each can be counted. */
function oneByOne(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => ({ ...issue, keys: [key] }))
    : [issue];
}

/**
 * Validates data: the parsed value, or the mistakes in words; of more than a hundred the first.
 *
 * @param matters - which mistakes count; without any of them there is still no value
 */
export function validate<S extends z.ZodType>(
  schema: S,
  data: unknown,
  matters: (issue: Pick<SchemaIssue, 'path' | 'missing'>) => boolean = () =>
    true,
):
  | { value: z.output<S>; issues: [] }
  | { value: undefined; issues: SchemaIssue[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, issues: [] };
  const issues = result.error.issues
    .filter(issue => {
      const path = issue.path as FieldPath;
      const unknown = issue.code === 'unrecognized_keys';
      const missing = !unknown && valueAt(data, path) === undefined;
      return matters({ path, missing });
    })
    .flatMap(oneByOne)
    .slice(0, MOST_ISSUES)
    .flatMap(issue => fromZod(issue, schema, data))
    // A misspelt field explains the one that is missing, so it goes first.
    .sort((a, b) => Number(a.missing) - Number(b.missing));
  return { value: undefined, issues };
}
