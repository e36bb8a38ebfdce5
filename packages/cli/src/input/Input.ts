import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { mistake, type EvidenceKind } from '../evidence';
import { Failure } from '../Failure';
import { isObject } from '../isObject';
import { csvReader } from './csv';
import { decodeUtf8 } from './decodeUtf8';
import type { Entry, Reader } from './Entry';
import { readJson } from './json';
import { MAX_ITEM_BYTES } from './limits';
import { readNdjson } from './ndjson';

/**
 * @internal
 */
export const FORMATS = ['json', 'ndjson', 'csv'] as const;

/**
 * @internal
 */
export type Format = (typeof FORMATS)[number];

/**
 * Something that items are read from.
 *
 * @internal
 */
export interface Input {
  /** Whether it can be read a second time; a pipe cannot. */
  isRepeatable: boolean;
  /** @throws Failure (input) */
  read(): AsyncIterable<Entry>;
}

const FORMAT_OF_ENDING: Record<string, Format> = {
  '.csv': 'csv',
  '.json': 'json',
  '.jsonl': 'ndjson',
  '.ndjson': 'ndjson',
};

/**
 * @param options - `name`: of a file, or `-` for what `stdin` gives; `source`: of every item that names none
 * @throws Failure (input) if there is no such file or its format is not known
 * @internal
 */
export async function openInput(options: {
  name: string;
  kind: EvidenceKind;
  format?: Format;
  source?: string;
  stdin: AsyncIterable<Uint8Array>;
}): Promise<Input> {
  const { kind, name, source, stdin } = options;
  const isStdin = name === '-';
  const file = isStdin ? 'stdin' : name;
  const reader = readerOf(formatOf(options), kind, source);
  const isRepeatable = !isStdin && (await isRegular(name));
  return {
    isRepeatable,
    async *read() {
      const bytes = isStdin ? stdin : createReadStream(name);
      for await (const entry of reader(decodeUtf8(bytes, file), file)) {
        yield checkSize(
          source === undefined ? entry : giveSource(entry, source),
        );
      }
    },
  };
}

function formatOf({ format, name }: { format?: Format; name: string }): Format {
  if (format) {
    return format;
  }
  const known =
    name === '-' ? 'json' : FORMAT_OF_ENDING[path.extname(name).toLowerCase()];
  if (!known) {
    throw new Failure(
      'input',
      `${name}: expected a name that ends in ${Object.keys(
        FORMAT_OF_ENDING,
      ).join(', ')}, or the option --format`,
    );
  }
  return known;
}

function readerOf(format: Format, kind: EvidenceKind, source?: string): Reader {
  if (format === 'csv' && !kind.inCsv) {
    throw new Failure(
      'input',
      `expected ${kind.name} as JSON or NDJSON: they do not fit into a table`,
    );
  }
  return {
    json: readJson,
    ndjson: readNdjson,
    csv: csvReader(kind, source === undefined ? [] : ['source']),
  }[format];
}

async function isRegular(name: string): Promise<boolean> {
  try {
    const stats = await stat(name);
    if (!stats.isDirectory()) {
      return stats.isFile();
    }
  } catch (error) {
    throw new Failure(
      'input',
      `${name}: ${error instanceof Error ? error.message : error}`,
    );
  }
  throw new Failure('input', `${name}: expected a file, found a folder`);
}

/** An item of another source would be watched by the wrong one. */
function giveSource(entry: Entry, source: string): Entry {
  if (entry.unreadable || !isObject(entry.item)) {
    return entry;
  }
  const found = entry.item.source ?? source;
  return found === source
    ? { ...entry, item: { ...entry.item, source } }
    : {
        origin: entry.origin,
        unreadable: mistake('source', `${source}, as --source says`, found),
      };
}

function checkSize(entry: Entry): Entry {
  const bytes = entry.unreadable
    ? 0
    : Buffer.byteLength(JSON.stringify(entry.item));
  return bytes <= MAX_ITEM_BYTES
    ? entry
    : {
        origin: entry.origin,
        unreadable: mistake(
          '',
          `an item of at most ${MAX_ITEM_BYTES} bytes`,
          bytes,
        ),
      };
}
