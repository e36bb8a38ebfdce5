import { Failure } from '../Failure';

/**
 * The text of a stream of bytes, without a byte order mark.
 *
 * @throws Failure (input) for anything but UTF-8, which would else arrive as other words
 * @internal
 */
export async function* decodeUtf8(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new Failure('input', `${file}: expected text in UTF-8`);
    }
  };
  for await (const chunk of bytes) {
    yield decode(chunk);
  }
  yield decode();
}
