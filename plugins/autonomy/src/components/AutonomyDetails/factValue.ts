import type { FactReading } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AutonomyFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/;
const LONGEST = 160;

/** The words that values are written with. */
export interface ValueWords {
  yes: string;
  no: string;
  empty: string;
}

/** A fact's value as a reader would write it. */
export function factValue(
  value: FactReading['value'],
  format: AutonomyFormatters,
  words: ValueWords,
): string {
  const text = write(value, format, words);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function write(
  value: FactReading['value'],
  format: AutonomyFormatters,
  words: ValueWords,
): string {
  switch (typeof value) {
    case 'boolean':
      return value ? words.yes : words.no;
    case 'number':
      // Four digits, or an availability of 0.9996 would read 1.
      return format.number(value, 4);
    case 'string':
      if (value === '') return words.empty;
      return INSTANT.test(value) ? format.date(Date.parse(value)) : value;
    default:
      if (!Array.isArray(value)) return JSON.stringify(value);
      return (
        value.map(item => write(item, format, words)).join(', ') || words.empty
      );
  }
}
