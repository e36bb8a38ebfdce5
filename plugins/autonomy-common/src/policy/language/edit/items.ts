import { InputError } from '@backstage/errors';
import { isSeq, type YAMLSeq } from 'yaml';
import { formatPath, type FieldPath } from '../../DocumentLines';
import { applyEdit } from './applyEdit';
import { keysIn, setIn } from './nodes';
import { itemText, nodeFor } from './snippets';
import { addedText } from './texts';
import { valueAt, withValueAt } from './values';

function listAt(data: unknown, path: FieldPath): unknown[] {
  const list = valueAt(data, path) ?? [];
  if (Array.isArray(list)) return list;
  throw new InputError(`${formatPath(path)} is no list`);
}

function checkIndex(index: number, length: number, path: FieldPath) {
  if (Number.isInteger(index) && index >= 0 && index < length) return;
  throw new InputError(
    `${formatPath(path)} has no place ${index} (expected 0 to ${length - 1})`,
  );
}

/** Changes a list in all three ways at once. */
function editList(
  yaml: string,
  path: FieldPath,
  change: <T>(items: readonly T[], written: () => T) => T[],
  value?: unknown,
): string {
  return applyEdit(yaml, path, {
    data: data =>
      withValueAt(
        data,
        path,
        change(listAt(data, path), () => value),
      ),
    text: source =>
      source.withEntries(path, (entries, columns) =>
        change(entries, () => itemText(value, columns)),
      ) ??
      (valueAt(source.data, path) === undefined
        ? addedText(source, path, [value])
        : source.withValue(
            path,
            change(listAt(source.data, path), () => value),
          )),
    nodes: document => {
      const keys = keysIn(document, path);
      const list = document.getIn(keys, true) as YAMLSeq | undefined;
      if (!isSeq(list)) setIn(document, path, [value]);
      else list.items = change(list.items, () => nodeFor(document, value));
    },
  });
}

/**
 * A YAML document with one more item in a list, which is added where there is none.
 *
 * @param index - the place it takes, from 0 to as many items as there are
 * @throws InputError as {@link editDocument}
 * @public
 */
export function insertItem(
  yaml: string,
  path: FieldPath,
  index: number,
  value: unknown,
): string {
  return editList(
    yaml,
    path,
    (items, written) => {
      checkIndex(index, items.length + 1, path);
      return [...items.slice(0, index), written(), ...items.slice(index)];
    },
    value,
  );
}

/**
 * A YAML document without one item of a list, and without the comments directly above it.
 *
 * @throws InputError as {@link editDocument}
 * @public
 */
export function removeItem(
  yaml: string,
  path: FieldPath,
  index: number,
): string {
  return editList(yaml, path, items => {
    checkIndex(index, items.length, path);
    return items.filter((_, i) => i !== index);
  });
}

/**
 * A YAML document with one item of a list in another place; the comments directly above it go with it.
 *
 * @param to - its place afterwards
 * @throws InputError as {@link editDocument}
 * @public
 */
export function moveItem(
  yaml: string,
  path: FieldPath,
  from: number,
  to: number,
): string {
  return editList(yaml, path, items => {
    checkIndex(from, items.length, path);
    checkIndex(to, items.length, path);
    const others = items.filter((_, i) => i !== from);
    return [...others.slice(0, to), items[from], ...others.slice(to)];
  });
}
