import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvText } from '../csv';

/**
 * A column by its header.
 *
 * @internal
 */
export type CsvColumns<T> = Record<
  string,
  (row: T) => string | number | boolean | undefined
>;

/**
 * Sends a table as a file, piece by piece: the next one is asked for when the reader has taken the last, and
 * none when the reader has gone. What a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @returns how many rows were sent
 * @internal
 */
export async function sendCsv<T>(
  response: Response,
  fileName: string,
  columns: CsvColumns<T>,
  pieces: AsyncIterable<readonly T[]>,
): Promise<number> {
  let sent = 0;
  async function* lines() {
    yield csvText([Object.keys(columns)]);
    for await (const rows of pieces) {
      sent += rows.length;
      const read = Object.values(columns);
      yield csvText(rows.map(row => read.map(cell => cell(row))));
    }
  }
  response.attachment(fileName);
  try {
    await pipeline(Readable.from(lines()), response);
  } catch (error) {
    // A reader who goes away is no failure.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_STREAM_')) {
      throw error;
    }
  }
  return sent;
}
