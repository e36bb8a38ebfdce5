import type { z } from 'zod';

const MAX_SHOWN = 60;

/** Enough to mend an item in one go; an item of nothing but mistakes needs no longer answer. */
const MAX_MISTAKES = 10;

interface Mistake {
  field: string;
  message: string;
}

/**
 * The mistakes of an item, in the words of whoever sent it: the first with its field, the others in the
 * same message.
 *
 * @param item - the item as it was sent
 * @internal
 */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  item: unknown,
): Mistake {
  const [first, ...others] = issues
    .flatMap(issue => describeIssue(issue, item))
    .slice(0, MAX_MISTAKES);
  return {
    field: first.field,
    message: [
      first.message,
      ...others.map(({ field, message }) => `${field}: ${message}`),
    ].join('; also '),
  };
}

function describeIssue(issue: z.core.$ZodIssue, item: unknown): Mistake[] {
  const mistake = (path: readonly PropertyKey[], expected: string) => ({
    field: fieldName(path),
    message: `expected ${expected}, found ${show(valueAt(item, path))}`,
  });
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key =>
        mistake([...issue.path, key], 'no field of that name'),
      )
    : [mistake(issue.path, issue.message)];
}

/** E.g. `review.actions[0].title`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') {
      return `${name}[${part}]`;
    }
    const text = shorten(String(part));
    return name ? `${name}.${text}` : text;
  }, '');
}

function valueAt(item: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<any>(
    (value, part) =>
      value && Object.hasOwn(value, part) ? value[part] : undefined,
    item,
  );
}

function show(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (value && typeof value === 'object') {
    return 'an object';
  }
  return shorten(JSON.stringify(value));
}

function shorten(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
