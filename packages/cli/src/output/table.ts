/**
 * Rows with their columns below each other; the last column is as wide as it likes.
 *
 * @internal
 */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows
    .flatMap(row => row.map((cell, column) => ({ column, size: cell.length })))
    .reduce<number[]>((found, { column, size }) => {
      found[column] = Math.max(found[column] ?? 0, size);
      return found;
    }, []);
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}
