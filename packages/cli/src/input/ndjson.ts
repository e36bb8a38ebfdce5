import { Failure } from '../Failure';
import type { Entry, Origin } from './Entry';
import { parseJson } from './parseJson';
import { MAX_ITEM_BYTES } from './limits';

/**
 * One JSON document a line; empty lines are left out.
 *
 * @internal
 */
export async function* readNdjson(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<Entry> {
  let line = 0;
  for await (const content of lines(text, file)) {
    line++;
    if (content.trim() !== '') {
      yield entryOf(content, { file, line });
    }
  }
}

function entryOf(content: string, origin: Origin): Entry {
  const { mistake, value } = parseJson(content);
  return mistake === undefined
    ? { origin, item: value }
    : {
        origin,
        unreadable: {
          field: '',
          message: `expected one JSON object a line: ${mistake}`,
        },
      };
}

/** Not node:readline, which also splits at U+2028 and U+2029 within a text. */
async function* lines(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop()!;
    yield* parts;
    if (rest.length > MAX_ITEM_BYTES) {
      throw new Failure(
        'input',
        `${file}: expected lines of at most ${MAX_ITEM_BYTES} bytes; is this NDJSON?`,
      );
    }
  }
  yield rest;
}
