import type { PolicyDocument } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** Lists whose items are merged by a key; every other list is one value. */
const KEYED_LISTS: Readonly<Record<string, string>> = {
  levels: 'level',
  areas: 'id',
};

/**
 * A value that a policy sets.
 *
 * @internal
 */
export interface PolicyField {
  /** The same for the same field, wherever it stands in its document. */
  id: string;
  /** Where it stands in its document. */
  path: readonly (string | number)[];
  /** As JSON. */
  value: string;
}

/**
 * The fields that a Policy document sets, one by one; none of any other document.
 *
 * @internal
 */
export function fieldsOf(document: PolicyDocument): PolicyField[] {
  if (document.kind !== 'Policy') {
    return [];
  }
  return Object.entries(document.value).flatMap(([name, value]) => {
    const key = KEYED_LISTS[name];
    return key !== undefined && Array.isArray(value)
      ? value.flatMap((item, i) =>
          itemFields(item as JsonObject, key, [name], ['spec', name, i]),
        )
      : leaves(value, [name], ['spec', name]);
  });
}

/** The key of an item says which one it is, and sets nothing. */
function itemFields(
  item: JsonObject,
  key: string,
  id: readonly string[],
  path: readonly (string | number)[],
): PolicyField[] {
  return Object.entries(item)
    .filter(([name]) => name !== key)
    .flatMap(([name, value]) =>
      leaves(value, [...id, String(item[key]), name], [...path, name]),
    );
}

function leaves(
  value: JsonValue | undefined,
  id: readonly string[],
  path: readonly (string | number)[],
): PolicyField[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, child]) =>
        leaves(child, [...id, name], [...path, name]),
      )
    : [{ id: id.join('\n'), path, value: JSON.stringify(value) }];
}
