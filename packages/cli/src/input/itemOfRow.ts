import type { EvidenceKind, FieldType } from '../evidence';

const LIST_SEPARATOR = ';';

/**
 * An item as its row in a table says. An empty cell says nothing.
 *
 * @internal
 */
export function itemOfRow(
  kind: EvidenceKind,
  header: readonly string[],
  row: readonly string[],
): Record<string, unknown> {
  const item: Record<string, any> = {};
  header.forEach((path, index) => {
    if (row[index] !== '') {
      const value = valueOf(kind.fields[path].type, row[index]);
      const [name, inner] = path.split('.');
      if (inner === undefined) {
        item[name] = value;
      } else {
        item[name] = { ...item[name], [inner]: value };
      }
    }
  });
  return item;
}

/** What is no value of the type stays as it is, for the backend to refuse by name. */
function valueOf(type: FieldType, cell: string): unknown {
  if (type === 'texts' || type === 'entityRefs') {
    return cell
      .split(LIST_SEPARATOR)
      .map(part => part.trim())
      .filter(part => part !== '');
  }
  if (type === 'boolean' && /^(true|false)$/i.test(cell)) {
    return cell.toLowerCase() === 'true';
  }
  return cell;
}
