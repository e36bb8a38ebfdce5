import type { JsonValue } from '@backstage/types';
import { DAY } from '../../engine/duration';
import type { FieldPath } from '../DocumentLines';
import { definitionAt, type Schema } from './knownKeys';
import { durationText, instantText } from './values';

const SMALLER: readonly [string, number][] = [
  ['H', 3_600_000],
  ['M', 60_000],
  ['S', 1_000],
];

/** The ISO 8601 duration of whole seconds in milliseconds, e.g. `P7D` or `P1DT12H`. */
export function formatDuration(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  let rest = milliseconds % DAY;
  let time = '';
  for (const [unit, length] of SMALLER) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) time += `${count}${unit}`;
  }
  if (!time) return `P${days}D`;
  return days > 0 ? `P${days}DT${time}` : `PT${time}`;
}

/**
 * A parsed value as it is written in a document: durations and instants as text.
 * @param data - what the path leads through, to tell the kind of its parts
 */
export function asWritten(
  schema: Schema,
  path: FieldPath,
  data: unknown,
  value: unknown,
): JsonValue | undefined {
  if (typeof value !== 'number') return value as JsonValue | undefined;
  const text = definitionAt(schema, path, data)?.in;
  if (text === durationText) return formatDuration(value);
  if (text === instantText) return new Date(value).toISOString();
  return value;
}
