import { isObject } from '../isObject';
import { oneLine } from '../oneLine';
import { table } from './table';

/** Names and texts come from elsewhere. */
const MAX_SHOWN = 300;

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
    ...table(simple.map(([name, inner]) => [shown(name), show(name, inner)])),
    ...entries
      .filter(([, inner]) => isSection(inner))
      .flatMap(([name, inner]) => [
        '',
        shown(name),
        ...section(inner).map(line => (line === '' ? line : `  ${line}`)),
      ]),
  ];
}

function tableOf(rows: readonly Record<string, unknown>[]): string[] {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  return table([
    names.map(shown),
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
  return shown(typeof value === 'string' ? value : JSON.stringify(value));
}

function shown(text: string): string {
  return oneLine(text, MAX_SHOWN);
}
