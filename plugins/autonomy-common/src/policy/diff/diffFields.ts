import type { JsonObject, JsonValue } from '@backstage/types';
import { entryOf } from '../../engine/entryOf';
import type { Policy } from '../../model';
import { canonicalJson } from '../canonicalJson';
import type { FieldPath } from '../DocumentLines';
import { isObject } from '../isObject';
import { KEYED_LISTS } from '../keyedLists';
import { asWritten, policySchema } from '../schema';
import { policyStrictness } from '../strictness';
import { effectOf } from './effects';
import type { PolicyChange } from './PolicyChange';

export function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** The items of a list by their key. */
function keyed(items: JsonValue | undefined, key: string): JsonObject {
  return Object.fromEntries(
    ((items ?? []) as JsonObject[]).map(item => [String(item[key]), item]),
  );
}

/** What a change does; a part that is added or taken away does what all of its fields do. */
function effectAt(
  path: FieldPath,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): PolicyChange['effect'] {
  const part = after ?? before;
  if (!isObject(part)) return effectOf(policyStrictness(path), before, after);
  const [effect, ...others] = Object.entries(part).map(([key, value]) =>
    effectAt(
      [...path, key],
      before === undefined ? undefined : value,
      after === undefined ? undefined : value,
    ),
  );
  return others.every(other => other === effect) ? effect : undefined;
}

function diffValues(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: FieldPath,
): PolicyChange[] {
  if (isEqual(before, after)) return [];
  const key = path.length === 1 ? KEYED_LISTS[path[0]] : undefined;
  if (key) {
    return diffObjects(keyed(before, key), keyed(after, key), path);
  }
  // A part that is new is told as a whole.
  if (isObject(before) && isObject(after)) {
    return diffObjects(before, after, path);
  }
  const written = (value: unknown): JsonValue | undefined =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([field, part]) => [
            field,
            asWritten(policySchema, [...path, field], {}, part),
          ]),
        )
      : asWritten(policySchema, path, {}, value);
  return [
    {
      subject: 'policy',
      change: 'changed',
      field: path.join('.'),
      from: written(before),
      to: written(after),
      effect: effectAt(path, before, after),
    },
  ];
}

function diffObjects(
  before: JsonObject,
  after: JsonObject,
  path: FieldPath,
): PolicyChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(
    key =>
      diffValues(entryOf(before, key), entryOf(after, key), [...path, key]),
  );
}

/** The fields in which two policies differ. */
export function diffFields(before: Policy, after: Policy): PolicyChange[] {
  const [a, b] = [before, after] as unknown as [JsonObject, JsonObject];
  return diffObjects(a, b, []);
}
