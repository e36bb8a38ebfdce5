import { lineEnd, lineStart, type Block } from './entries';

/**
 * The text of a block cut into its entries, each with the comments directly above it and the empty lines
 * behind it. No entry has the blanks before its first line.
 */
export interface Chunks {
  before: string;
  entries: string[];
  after: string;
}

/** Where an entry begins with the comments that stand directly above it, behind the blanks of the line. */
function beginningOf(
  text: string,
  start: number,
  columns: number,
  from: number,
): number {
  const comment = new RegExp(`^ {${columns}}#`);
  let line = lineStart(text, start);
  if (text.slice(line, start).trim() !== '') return start;
  while (line > from) {
    const above = lineStart(text, line - 1);
    if (above < from || !comment.test(text.slice(above, line))) break;
    line = above;
  }
  return line + columns;
}

export function cut(text: string, { entries, columns }: Block): Chunks {
  const starts = entries.map(({ start }, i) => {
    const from = i === 0 ? 0 : lineEnd(text, entries[i - 1].end);
    return beginningOf(text, start, columns, from);
  });
  const end = lineEnd(text, entries[entries.length - 1].end);
  return {
    before: text.slice(0, starts[0]),
    entries: starts.map((start, i) =>
      i + 1 < starts.length
        ? text.slice(start, starts[i + 1] - columns)
        : text.slice(start, end),
    ),
    after: text.slice(end),
  };
}

export function joined(
  { before, entries, after }: Chunks,
  columns: number,
): string {
  const lines = entries.map(entry =>
    entry.endsWith('\n') ? entry : `${entry}\n`,
  );
  return before + lines.join(' '.repeat(columns)) + after;
}
