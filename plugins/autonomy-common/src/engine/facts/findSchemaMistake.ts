import type { JsonObject, JsonValue } from '@backstage/types';
import type { FactSchema, FactType } from '../cel';
import { parseInstant } from '../instant';
import { didYouMean } from '../suggest';
import type { FactMistake } from './FactMistake';

/** What a value of each type is, and how it is called. */
const TYPES: Readonly<
  Record<FactType, { expected: string; holds: (value: JsonValue) => boolean }>
> = {
  boolean: {
    expected: 'true or false',
    holds: value => typeof value === 'boolean',
  },
  number: { expected: 'a number', holds: Number.isFinite },
  text: { expected: 'a text', holds: value => typeof value === 'string' },
  instant: {
    expected: 'an ISO 8601 instant with zone such as 2026-01-31T09:30:00Z',
    holds: value =>
      typeof value === 'string' && parseInstant(value) !== undefined,
  },
  numbers: {
    expected: 'a list of numbers',
    holds: value => Array.isArray(value) && value.every(Number.isFinite),
  },
  texts: {
    expected: 'a list of texts',
    holds: value =>
      Array.isArray(value) && value.every(item => typeof item === 'string'),
  },
  any: { expected: 'anything', holds: () => true },
};

/** Names of types, in the order in which they are told. @public */
export const FACT_TYPES = Object.keys(TYPES) as readonly FactType[];

/**
 * What keeps the facts of a collector from being what its schema says: a fact of another type, or one
 * that the schema does not name. A fact that is absent or null is no mistake.
 * @returns the first mistake; undefined where there is none
 * @public
 */
export function findSchemaMistake(
  schema: FactSchema,
  facts: JsonObject,
): FactMistake | undefined {
  return mistakeBelow(schema, facts, []);
}

/** Whether the facts of a collector are what its schema says. @public */
export function conformsTo(schema: FactSchema, facts: JsonObject): boolean {
  return findSchemaMistake(schema, facts) === undefined;
}

function mistakeBelow(
  schema: FactSchema,
  group: JsonObject,
  above: readonly string[],
): FactMistake | undefined {
  for (const [key, value] of Object.entries(group)) {
    if (value === undefined) continue;
    const mistake = mistakeAt(schema, value, [...above, key]);
    if (mistake) return mistake;
  }
  return undefined;
}

function mistakeAt(
  schema: FactSchema,
  value: JsonValue,
  path: string[],
): FactMistake | undefined {
  const name = path.join('.');
  // A dot within a key is no step, and no expression would find it.
  const isPath = !path.some(key => key.includes('.'));
  if (isPath && Object.hasOwn(schema, name)) {
    const { expected, holds } = TYPES[schema[name]];
    return value === null || holds(value) ? undefined : { path, expected };
  }
  const known = Object.keys(schema);
  if (!isPath || !known.some(other => other.startsWith(`${name}.`))) {
    const hint = didYouMean(name, known);
    return { path, expected: `no fact of that name${hint}` };
  }
  if (value === null) return undefined;
  return typeof value === 'object' && !Array.isArray(value)
    ? mistakeBelow(schema, value, path)
    : { path, expected: 'a group of facts' };
}
