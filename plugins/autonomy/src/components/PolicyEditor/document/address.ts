import type { FieldPath } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from './readDocument';

/** The item of a list that has some value in one of its fields, e.g. the level 3. */
export interface Item {
  key: string;
  is: string | number;
}

/** Where a field stands: as a path, but an item of a list may be meant by what it says. */
export type Address = readonly (string | number | Item)[];

/**
 * The path of an address as far as the document has it.
 *
 * @returns the path, and the steps from the first item on that the document does not have
 */
export function resolve(
  document: JsonValue | undefined,
  address: Address,
): { path: FieldPath; missing: Address } {
  const path: (string | number)[] = [];
  let value = document;
  for (const [index, step] of address.entries()) {
    const key = typeof step === 'object' ? indexOf(value, step) : step;
    if (key === undefined) return { path, missing: address.slice(index) };
    path.push(key);
    value = below(value, key);
  }
  return { path, missing: [] };
}

/** What stands there; undefined where nothing does. */
export function valueAt(
  document: JsonValue | undefined,
  address: Address,
): JsonValue | undefined {
  const { path, missing } = resolve(document, address);
  return missing.length > 0
    ? undefined
    : path.reduce<JsonValue | undefined>(below, document);
}

/** As a list, whatever stands there. */
export function listAt(
  document: JsonValue | undefined,
  address: Address,
): JsonObject[] {
  const value = valueAt(document, address);
  return Array.isArray(value)
    ? value.map(item => (isObject(item) ? item : {}))
    : [];
}

function below(
  value: JsonValue | undefined,
  key: string | number,
): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

function indexOf(
  value: JsonValue | undefined,
  { is, key }: Item,
): number | undefined {
  if (!Array.isArray(value)) return undefined;
  const index = value.findIndex(item => isObject(item) && item[key] === is);
  return index < 0 ? undefined : index;
}
