import { stringify } from 'csv-stringify/sync';

/**
 * Rows of a table as CSV. What a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @internal
 */
export function csvText(rows: unknown[][]): string {
  return stringify(rows, {
    cast: { boolean: String },
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}
