const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * @throws an error where the bytes are not UTF-8 or not JSON; it shows nothing of them
 * @internal
 */
export function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    // The error of the parser would show a piece of the body.
    throw new Error('The body is no JSON in UTF-8');
  }
}
