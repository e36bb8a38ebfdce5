import { parseDocument, type Scalar } from 'yaml';

/** A character of the value, or what folds into it, as it stands in the source. */
interface Written {
  /** Undefined behind the end. */
  text: string | undefined;
  length: number;
}

const BLANK = /[ \t\r\n]/;

/** Characters of a line break that is escaped away, with the blanks behind it. */
function escapedBreakAt(source: string, at: number): number {
  return /^\\\r?\n[ \t]*/.exec(source.slice(at))?.[0].length ?? 0;
}

/** Characters of an escape in double quotes. */
function lengthOfEscape(source: string, at: number): number {
  const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
  return 2 + (digits[source[at + 1]] ?? 0);
}

/** The character that stands at a place of the source; undefined for a line break that is escaped away. */
function writtenAt(
  source: string,
  at: number,
  style: Scalar['type'],
): Written | undefined {
  if (style === 'QUOTE_SINGLE' && source.startsWith("''", at)) {
    return { text: "'", length: 2 };
  }
  if (style !== 'QUOTE_DOUBLE' || source[at] !== '\\') {
    return { text: source[at], length: 1 };
  }
  if (escapedBreakAt(source, at) > 0) return undefined;
  const length = lengthOfEscape(source, at);
  const text = parseDocument(`"${source.slice(at, at + length)}"`).toJS();
  return { text: String(text), length };
}

/** Where the first line of the text begins: behind a quote, or behind the line that opens a block. */
function beginningOf(source: string, style: Scalar['type']): number {
  if (style === 'QUOTE_SINGLE' || style === 'QUOTE_DOUBLE') return 1;
  if (style !== 'BLOCK_LITERAL' && style !== 'BLOCK_FOLDED') return 0;
  const end = source.indexOf('\n');
  return end < 0 ? source.length : end + 1;
}

function blanksAt(text: string, at: number): number {
  return /^ */.exec(text.slice(at))![0].length;
}

/**
 * Where each character of a scalar's value stands in its source, and behind them where the value ends.
 * Of blanks at which lines are folded only the line is exact.
 *
 * @param source - of the scalar alone, with its quotes or the head of its block
 * @returns offsets in the source; undefined where they do not fit together
 */
export function alignScalar(
  source: string,
  value: string,
  style: Scalar['type'],
): number[] | undefined {
  const isBlock = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED';
  let at = beginningOf(source, style);
  if (isBlock) at += blanksAt(source, at) - blanksAt(value, 0);
  const offsets: number[] = [];
  for (let i = 0; i < value.length; ) {
    const isBlank = BLANK.test(value[i]);
    let written = writtenAt(source, at, style);
    while (!written || (!isBlank && BLANK.test(written.text ?? ''))) {
      at += written?.length ?? escapedBreakAt(source, at);
      written = writtenAt(source, at, style);
    }
    if (written.text !== undefined && value.startsWith(written.text, i)) {
      for (let unit = 0; unit < written.text.length; unit++) offsets.push(at);
      i += written.text.length;
      at += written.length;
      if (isBlock && written.text === '\n') {
        at += Math.max(0, blanksAt(source, at) - blanksAt(value, i));
      }
    } else if (isBlank) {
      // A line break that was folded; the blanks around it are skipped with what follows.
      offsets.push(at);
      i++;
    } else {
      return undefined;
    }
  }
  offsets.push(at);
  return offsets;
}
