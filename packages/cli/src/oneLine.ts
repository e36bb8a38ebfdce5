/** What moves the cursor, breaks the line or turns the writing around. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A text from elsewhere, fit for a terminal: in one line, without control characters and halves of
 * characters, and cut where it is too long.
 *
 * @internal
 */
export function oneLine(text: string, maxLength: number): string {
  const line = text.replace(UNFIT, ' ').trim();
  const cut =
    line.length <= maxLength ? line : `${line.slice(0, maxLength).trim()}…`;
  return cut.replace(/\p{Cs}/gu, '');
}
