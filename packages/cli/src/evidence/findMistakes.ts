import { isObject } from '../isObject';
import { checkOf } from './checks';
import type { EvidenceKind } from './kinds';

/**
 * What is wrong with an item.
 *
 * @internal
 */
export interface Mistake {
  /** Its path; empty for the item as a whole. */
  field: string;
  message: string;
}

const MAX_SHOWN = 60;

/**
 * What can be told of an item without the backend: its shape, and each field by itself. Areas, limits
 * and how fields fit together are for the backend to judge.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function findMistakes(
  kind: EvidenceKind,
  item: unknown,
  now: number,
): Mistake[] {
  if (!isObject(item)) {
    return [mistake('', 'an object', item)];
  }
  const paths = Object.keys(kind.fields);
  const groups = new Set(
    paths.flatMap(path => (path.includes('.') ? [path.split('.')[0]] : [])),
  );
  const mistakes: Mistake[] = [];
  for (const [key, value] of Object.entries(item)) {
    if (groups.has(key)) {
      mistakes.push(...strangers(value, paths, key));
    } else if (!paths.includes(key)) {
      mistakes.push(mistake(key, 'no field of that name', value));
    }
  }
  for (const path of paths) {
    const { required, type } = kind.fields[path];
    const { expected, holds } = checkOf(type);
    const [group, inner] = path.split('.');
    const owner = inner === undefined ? item : item[group];
    if (isObject(owner)) {
      const value = owner[inner ?? group];
      if (value === undefined ? required : !holds(value, now)) {
        mistakes.push(mistake(path, expected, value));
      }
    }
  }
  return mistakes;
}

/**
 * What keeps a value from being an entity ref, whatever the item it stands in.
 *
 * @internal
 */
export function findRefMistake(value: unknown): Mistake | undefined {
  const { expected, holds } = checkOf('entityRef');
  return holds(value, 0) ? undefined : mistake('entityRef', expected, value);
}

/** What a group of fields holds beyond its fields. */
function strangers(
  group: unknown,
  paths: readonly string[],
  name: string,
): Mistake[] {
  if (!isObject(group)) {
    return [mistake(name, 'an object', group)];
  }
  return Object.entries(group)
    .filter(([key]) => !paths.includes(`${name}.${key}`))
    .map(([key, value]) =>
      mistake(`${name}.${key}`, 'no field of that name', value),
    );
}

/**
 * @param found - shown shortened
 * @internal
 */
export function mistake(
  field: string,
  expected: string,
  found: unknown,
): Mistake {
  return { field, message: `expected ${expected}, found ${show(found)}` };
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
  const text = JSON.stringify(value);
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
