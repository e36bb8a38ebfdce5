import type { JsonObject, JsonValue } from '@backstage/types';
import type { Policy } from '../../model';
import type { FieldPath } from '../DocumentLines';
import { isObject } from '../isObject';
import { KEYED_LISTS } from '../keyedLists';
import { policyStrictness, stricterOf } from '../strictness';

/** A field that an overlay sets, and the field of the policy that it means. */
export interface OverlayField {
  source: FieldPath;
  target: FieldPath;
  value: JsonValue;
}

function itemFields(
  name: string,
  items: readonly JsonObject[],
  policy: Policy,
): OverlayField[] {
  const key = KEYED_LISTS[name];
  const known = policy[name as 'levels' | 'areas'] as readonly unknown[];
  return items.flatMap(({ [key]: id, ...fields }, i) => {
    const index = known.findIndex(item => (item as JsonObject)[key] === id);
    return index === -1
      ? []
      : fieldsOf(fields, [name, i], [name, index], policy);
  });
}

function fieldsOf(
  values: JsonObject,
  source: FieldPath,
  target: FieldPath,
  policy: Policy,
): OverlayField[] {
  return Object.entries(values).flatMap(([key, value]): OverlayField[] => {
    if (value === undefined) return [];
    if (source.length === 0 && Object.hasOwn(KEYED_LISTS, key)) {
      return itemFields(key, value as JsonObject[], policy);
    }
    const [from, to] = [
      [...source, key],
      [...target, key],
    ];
    return isObject(value)
      ? fieldsOf(value, from, to, policy)
      : [{ source: from, target: to, value }];
  });
}

/** Every field of the policy that an overlay sets. */
export function overlayFields(
  values: JsonObject,
  policy: Policy,
): OverlayField[] {
  return fieldsOf(values, [], [], policy);
}

/** The value at a field; undefined where there is none. */
export function fieldAt(policy: Policy, path: FieldPath): unknown {
  return path.reduce<any>((value, key) => value?.[key], policy);
}

/** A policy in which each field is the stricter of its own value and those of some overlays. */
export function tightenPolicy(
  base: Policy,
  overlays: readonly JsonObject[],
): Policy {
  const policy = structuredClone(base);
  for (const { target, value } of overlays.flatMap(values =>
    overlayFields(values, base),
  )) {
    const strictness = policyStrictness(target);
    if (!strictness) continue;
    const key = target[target.length - 1];
    let parent = policy as any;
    for (const step of target.slice(0, -1)) parent = parent[step] ??= {};
    parent[key] =
      parent[key] === undefined
        ? value
        : stricterOf(strictness, parent[key], value);
  }
  return policy;
}
