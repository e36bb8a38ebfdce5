import {
  editDocument,
  insertItem,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import { listAt, resolve, valueAt, type Address, type Item } from './address';

/**
 * A text in which the field of an address says something else; undefined takes it away, and with it an item of which
 * nothing is left but what it is known by.
 *
 * @throws InputError where the text cannot be read
 */
export function editAt(
  yaml: string,
  address: Address,
  value: JsonValue | undefined,
): string {
  const document: JsonObject = parse(yaml);
  const { missing, path } = resolve(document, address);
  if (missing.length > 0) {
    if (value === undefined) return yaml;
    const { length } = listAt(document, path);
    return insertItem(yaml, path, length, written(missing, value));
  }
  const edited = editDocument(yaml, path, value);
  return value === undefined ? withoutRest(edited, address) : edited;
}

/** What an address would have to say that nothing says yet. */
function written([step, ...rest]: Address, value: JsonValue): JsonValue {
  const inner = rest.length > 0 ? written(rest, value) : value;
  if (step === undefined) return value;
  if (typeof step !== 'object') return { [step]: inner };
  return { [step.key]: step.is, ...(inner as JsonObject) };
}

/** Takes away what is empty since its only field went. */
function withoutRest(yaml: string, address: Address): string {
  const around = address.slice(0, -1);
  // The outermost fields of a document stay, whatever they hold.
  if (around.length < 2) return yaml;
  const document: JsonObject = parse(yaml);
  const rest = valueAt(document, around);
  const last = around[around.length - 1];
  const isEmpty =
    rest === null ||
    (typeof rest === 'object' &&
      Object.keys(rest).every(
        key => typeof last === 'object' && key === (last as Item).key,
      ));
  if (!isEmpty) return yaml;
  const { missing, path } = resolve(document, around);
  return missing.length > 0
    ? yaml
    : withoutRest(editDocument(yaml, path, undefined), around);
}
