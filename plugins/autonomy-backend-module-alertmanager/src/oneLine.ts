/**
 * A text without control characters and halves of characters, cut where it is too long.
 *
 * @returns an empty text for none
 * @internal
 */
export function oneLine(text: string | undefined, maxLength: number): string {
  return (text ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, maxLength)
    .replace(/\p{Cs}/gu, '')
    .trim();
}
