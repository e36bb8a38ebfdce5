/** Lines, and characters that turn the direction of what follows. */
const UNPRINTABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
/** Far more than is shown, and little enough to go through quickly. */
const READ = 2_000;

/**
 * Text of somebody else on one line, cut, and without what a chat or mail program would take for markup of its
 * own: angle brackets become ‹ and ›.
 *
 * @param longest - characters, at least 1
 * @internal
 */
export function plainText(text: string, longest: number): string {
  const line = text
    .slice(0, READ)
    .replace(UNPRINTABLE, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > longest
    ? `${characters.slice(0, longest - 1).join('')}…`
    : line;
}
