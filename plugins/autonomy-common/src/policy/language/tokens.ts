/** A word, text, figure, sign or comment of an expression, as it stands there; it may be half written. */
export interface Token {
  kind: 'comment' | 'name' | 'number' | 'text' | 'sign';
  from: number;
  /** Behind its last character. */
  to: number;
  text: string;
  /** Of a text: whether its quotes are closed. */
  isClosed?: boolean;
}

const NEXT =
  /\s+|(?<comment>\/\/[^\n]*)|(?<quote>[bB]?[rR]?(?:"""|'''|"|')|[rR][bB](?:"""|'''|"|'))|(?<name>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?u?)|(?<sign>&&|\|\||[=!<>]=|[^])/y;

/** Where the text ends that begins with some quote, and whether it does. */
function endOfText(
  source: string,
  from: number,
  opening: string,
): { to: number; isClosed: boolean } {
  const quote = opening.replace(/^[bBrR]+/, '');
  const isRaw = /[rR]/.test(opening.slice(0, -quote.length));
  let at = from + opening.length;
  while (at < source.length) {
    if (source.startsWith(quote, at)) {
      return { to: at + quote.length, isClosed: true };
    }
    at += !isRaw && source[at] === '\\' ? 2 : 1;
  }
  return { to: source.length, isClosed: false };
}

/** The words, texts, figures, signs and comments of an expression that may be half written, in their order. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const next = new RegExp(NEXT);
  while (next.lastIndex < source.length) {
    const from = next.lastIndex;
    const { groups = {} } = next.exec(source)!;
    const { comment, quote, name, number, sign } = groups;
    if (quote !== undefined) {
      const { to, isClosed } = endOfText(source, from, quote);
      tokens.push({
        kind: 'text',
        from,
        to,
        text: source.slice(from, to),
        isClosed,
      });
      next.lastIndex = to;
      continue;
    }
    const text = comment ?? name ?? number ?? sign;
    if (text === undefined) continue;
    const kind =
      (comment !== undefined && 'comment') ||
      (name !== undefined && 'name') ||
      (number !== undefined && 'number') ||
      'sign';
    tokens.push({ kind, from, to: from + text.length, text });
  }
  return tokens;
}
