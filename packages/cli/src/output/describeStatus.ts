import { isObject } from '../isObject';
import { table } from './table';

/**
 * What the backend says of itself, as plain tables: a list of objects becomes a table, an object a
 * section. It shows what there is, so that a newer backend needs no newer command.
 *
 * @internal
 */
export function describeStatus(status: unknown): string {
  return `${section(status).join('\n')}\n`;
}

function section(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.every(isObject)
      ? tableOf(value)
      : value.map(item => show('', item));
  }
  if (!isObject(value)) {
    return [show('', value)];
  }
  const entries = Object.entries(value);
  const simple = entries.filter(([, inner]) => !isSection(inner));
  return [
    ...table(simple.map(([name, inner]) => [name, show(name, inner)])),
    ...entries
      .filter(([, inner]) => isSection(inner))
      .flatMap(([name, inner]) => [
        '',
        name,
        ...section(inner).map(line => (line === '' ? line : `  ${line}`)),
      ]),
  ];
}

function tableOf(rows: readonly Record<string, unknown>[]): string[] {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  return table([
    names,
    ...rows.map(row => names.map(name => show(name, row[name]))),
  ]);
}

function isSection(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isObject(value);
}

/** Instants are UTC milliseconds in fields whose names end so. */
function show(name: string, value: unknown): string {
  if (value === undefined || value === null) {
    return '-';
  }
  if (name.endsWith('At') && Number.isSafeInteger(value)) {
    return new Date(value as number).toISOString();
  }
  if (Array.isArray(value) && value.length === 0) {
    return 'none';
  }
  // Texts come from elsewhere: no control characters in a terminal.
  return typeof value === 'string' && !/\p{Cc}/u.test(value)
    ? value
    : JSON.stringify(value);
}
