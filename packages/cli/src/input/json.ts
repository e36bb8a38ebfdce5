import { Failure } from '../Failure';
import type { Entry } from './Entry';
import { linesOfItems } from './linesOfItems';
import { MAX_JSON_BYTES } from './limits';
import { parseJson } from './parseJson';

/**
 * A list of items, `{ items: [...] }`, or one item.
 *
 * @internal
 */
export async function* readJson(
  chunks: AsyncIterable<string>,
  file: string,
): AsyncGenerator<Entry> {
  const text = await readAll(chunks, file);
  const { mistake, value } = parseJson(text);
  if (mistake !== undefined) {
    throw new Failure(
      'input',
      `${file}: expected JSON: ${mistake}; for one object a line use --format ndjson`,
    );
  }
  const hasItems =
    typeof value === 'object' && value !== null && 'items' in value;
  const items = hasItems ? value.items : value;
  if (hasItems && !Array.isArray(items)) {
    throw new Failure('input', `${file}: expected a list in the field 'items'`);
  }
  if (!Array.isArray(items)) {
    yield { origin: { file, line: 1 }, item: items };
    return;
  }
  const lines = linesOfItems(text, hasItems ? 'items' : undefined);
  for (const [index, item] of items.entries()) {
    yield { origin: { file, line: lines[index] }, item };
  }
}

async function readAll(
  chunks: AsyncIterable<string>,
  file: string,
): Promise<string> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > MAX_JSON_BYTES) {
      throw new Failure(
        'input',
        `${file}: expected at most ${MAX_JSON_BYTES} bytes of JSON; NDJSON has no limit`,
      );
    }
  }
  return text;
}
