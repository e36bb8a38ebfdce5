import type { z } from 'zod';

const MAX_SHOWN = 60;
const MAX_MISTAKES = 10;

/**
 * The first mistakes of a notification in one line, each with its field, what was expected and what was
 * found.
 *
 * @param found - the notification as it was sent
 * @internal
 */
export function describeMistakes(
  issues: readonly z.core.$ZodIssue[],
  found: unknown,
): string {
  const lines = issues
    .slice(0, MAX_MISTAKES)
    .map(
      ({ path, message }) =>
        `${fieldName(path)}expected ${message}, found ${show(
          valueAt(found, path),
        )}`,
    );
  const others = issues.length - lines.length;
  return [...lines, ...(others > 0 ? [`${others} more`] : [])].join('; ');
}

/** E.g. `alerts[3].startsAt: `. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>((parent, part) => {
    if (typeof part === 'number') {
      return `${parent}[${part}]`;
    }
    const key = shorten(JSON.stringify(part).slice(1, -1));
    return parent ? `${parent}.${key}` : key;
  }, '');
  return name && `${name}: `;
}

function valueAt(found: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<any>(
    (value, part) =>
      value && Object.hasOwn(value, part) ? value[part] : undefined,
    found,
  );
}

function show(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  return value && typeof value === 'object'
    ? 'an object'
    : shorten(JSON.stringify(value));
}

function shorten(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
