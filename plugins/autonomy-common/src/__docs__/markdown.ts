/** A cell; numbers stand on the right. */
type Cell = string | number;

function padded(cell: Cell, width: number): string {
  return typeof cell === 'number'
    ? String(cell).padStart(width)
    : cell.padEnd(width);
}

/** A Markdown table in the shape that Prettier leaves as it is. */
export function table(head: readonly string[], rows: readonly Cell[][]) {
  const widths = head.map((title, i) =>
    Math.max(3, title.length, ...rows.map(row => String(row[i]).length)),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map((title, i) => title.padEnd(widths[i]))),
    line(widths.map(width => '-'.repeat(width))),
    ...rows.map(row => line(row.map((cell, i) => padded(cell, widths[i])))),
  ].join('\n');
}

const MARKED = /(<!-- example: ([\w-]+) -->)[^]*?(<!-- end of example -->)/g;

/**
 * A page with its examples computed anew.
 * @throws if it names an example that there is not, or leaves one out
 */
export function withExamples(
  page: string,
  examples: Readonly<Record<string, () => string>>,
): string {
  const unused = new Set(Object.keys(examples));
  const text = page.replace(MARKED, (_, start, name, end) => {
    if (!unused.delete(name)) {
      throw new Error(`there is no example ${name}, or it stands there twice`);
    }
    return [start, examples[name](), end].join('\n\n');
  });
  if (unused.size > 0) {
    throw new Error(`the page lacks the examples ${[...unused].join(', ')}`);
  }
  return text;
}
