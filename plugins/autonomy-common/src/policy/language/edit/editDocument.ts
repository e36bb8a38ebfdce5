import type { FieldPath } from '../../DocumentLines';
import { applyEdit } from './applyEdit';
import { setIn } from './nodes';
import { SourceDocument } from './SourceDocument';
import { addedText, removedText } from './texts';
import { valueAt, withValueAt } from './values';

/**
 * A YAML document in which one field says something else; comments and layout of everything else stay as they are.
 *
 * @param path - of the field, from the root; what is missing around it is added. The place behind the last item of
 * a list adds an item.
 * @param value - JSON; undefined takes the field away, with the comments directly above it
 * @throws InputError where the text is no single YAML document, or the field cannot be changed on its own
 * @public
 */
export function editDocument(
  yaml: string,
  path: FieldPath,
  value: unknown,
): string {
  return applyEdit(yaml, path, {
    data: data =>
      value === undefined && valueAt(data, path) === undefined
        ? data
        : withValueAt(data, path, value),
    text: source => {
      const isThere = valueAt(source.data, path) !== undefined;
      if (value === undefined) {
        return isThere ? removedText(source, path) : yaml;
      }
      if (SourceDocument.says(yaml, withValueAt(source.data, path, value))) {
        return yaml;
      }
      return isThere
        ? source.withValue(path, value)
        : addedText(source, path, value);
    },
    nodes: document => setIn(document, path, value),
  });
}
