import type { z } from 'zod';

const MAX_SHOWN = 60;

/**
 * The first mistake of an item, in the words of whoever sent it.
 *
 * @param item - the item as it was sent
 * @internal
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  item: unknown,
): { field: string; message: string } {
  if (issue.code === 'unrecognized_keys') {
    const path = [...issue.path, issue.keys[0]];
    return {
      field: fieldName(path),
      message: `expected no field of that name, found ${show(
        valueAt(item, path),
      )}`,
    };
  }
  return {
    field: fieldName(issue.path),
    message: `expected ${issue.message}, found ${show(
      valueAt(item, issue.path),
    )}`,
  };
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
