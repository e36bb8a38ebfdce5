import { CsvError, parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { columnsOf, mistake, type EvidenceKind } from '../evidence';
import { Failure } from '../Failure';
import type { Entry, Reader } from './Entry';
import { itemOfRow } from './itemOfRow';
import { MAX_ITEM_BYTES } from './limits';

/**
 * A table whose header names fields; `areas` and other lists are separated by semicolons.
 *
 * @param given - fields that every item gets, whatever the table says
 * @throws Failure (input) naming the columns that are unknown, missing or there twice
 * @internal
 */
export function csvReader(
  kind: EvidenceKind,
  given: readonly string[] = [],
): Reader {
  return async function* readCsv(text, file) {
    let header: string[] | undefined;
    // The parser counts a line break of two characters within a cell twice.
    let countedTwice = 0;
    for await (const { info, record } of rows(text, file)) {
      const content = record.join('');
      countedTwice += content.split('\r\n').length - 1;
      const breaks = content.split('\n').length - 1;
      const line = info.lines - countedTwice - breaks;
      if (!header) {
        checkHeader(record, { kind, given, file });
        header = record;
      } else {
        yield entryOf(kind, header, record, { file, line });
      }
    }
    if (!header) {
      throw new Failure('input', `${file}: expected a header, found nothing`);
    }
  };
}

function entryOf(
  kind: EvidenceKind,
  header: readonly string[],
  row: readonly string[],
  origin: Entry['origin'],
): Entry {
  return row.length === header.length
    ? { origin, item: itemOfRow(kind, header, row) }
    : {
        origin,
        unreadable: mistake('', `${header.length} columns`, row.length),
      };
}

interface Row {
  record: string[];
  /** `lines`: of the file so far, this row included. */
  info: { lines: number };
}

async function* rows(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<Row> {
  const parser = parse({
    info: true,
    max_record_size: MAX_ITEM_BYTES,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  // What goes wrong comes out of the parser, below.
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    yield* parser as AsyncIterable<Row>;
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error.lines === 'number' ? `:${error.lines}` : '';
      throw new Failure('input', `${file}${line}: ${error.message}`);
    }
    throw error;
  }
}

function checkHeader(
  header: readonly string[],
  options: { kind: EvidenceKind; given: readonly string[]; file: string },
): void {
  const { file, given, kind } = options;
  const known = columnsOf(kind);
  const refuse = (expected: string, found: readonly string[]) => {
    if (found.length > 0) {
      throw new Failure(
        'input',
        `${file}:1: expected ${expected}, found ${found
          .map(name => JSON.stringify(name))
          .join(', ')}`,
      );
    }
  };
  refuse(
    `columns out of ${known.join(', ')}`,
    header.filter(name => !known.includes(name)),
  );
  refuse(
    'each column once',
    header.filter((name, index) => header.indexOf(name) !== index),
  );
  const missing = known.filter(
    name =>
      kind.fields[name].required &&
      !name.includes('.') &&
      !given.includes(name) &&
      !header.includes(name),
  );
  if (missing.length > 0) {
    throw new Failure(
      'input',
      `${file}:1: expected the columns ${missing.join(', ')} too`,
    );
  }
}
