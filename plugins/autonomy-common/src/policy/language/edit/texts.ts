import { isMap } from 'yaml';
import type { FieldPath } from '../../DocumentLines';
import { keyName } from '../nodeAt';
import { itemText } from './snippets';
import type { SourceDocument } from './SourceDocument';
import { valueAt, withValueAt } from './values';

/** How much of a path there is. */
function knownLength(source: SourceDocument, path: FieldPath): number {
  let length = path.length;
  while (
    length > 0 &&
    valueAt(source.data, path.slice(0, length)) === undefined
  ) {
    length--;
  }
  return length;
}

/** Sets what is not there yet as the last field or item of what is. */
export function addedText(
  source: SourceDocument,
  path: FieldPath,
  value: unknown,
): string | undefined {
  const parent = path.slice(0, knownLength(source, path));
  const [key, ...rest] = path.slice(parent.length);
  const inner = withValueAt(undefined, rest, value);
  if (source.blockAt(parent)) {
    return typeof key === 'number'
      ? source.withEntries(parent, (entries, columns) => [
          ...entries,
          itemText(inner, columns),
        ])
      : source.withField(parent, key, inner);
  }
  const whole = withValueAt(
    valueAt(source.data, parent),
    [key, ...rest],
    value,
  );
  return source.withValue(parent, whole);
}

/** Takes away what is there, with the comments directly above it. */
export function removedText(
  source: SourceDocument,
  path: FieldPath,
): string | undefined {
  const parent = path.slice(0, -1);
  const key = path[path.length - 1];
  const node = source.nodeAt(parent);
  const index = isMap(node)
    ? node.items.findIndex(pair => keyName(pair) === String(key))
    : Number(key);
  const text = source.withEntries(parent, entries =>
    entries.filter((_, i) => i !== index),
  );
  if (text !== undefined) return text;
  return source.withValue(
    parent,
    withValueAt(valueAt(source.data, parent), [key], undefined),
  );
}
