import type { FactReading } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AutonomyFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/;

/** A fact's value as a reader would write it. */
export function factValue(
  value: FactReading['value'],
  format: AutonomyFormatters,
  words: { yes: string; no: string },
): string {
  switch (typeof value) {
    case 'boolean':
      return value ? words.yes : words.no;
    case 'number':
      // Four digits, or an availability of 0.9996 would read 1.
      return format.number(value, 4);
    case 'string':
      return INSTANT.test(value) ? format.date(Date.parse(value)) : value;
    default:
      return JSON.stringify(value);
  }
}
