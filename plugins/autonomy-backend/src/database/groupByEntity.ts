/**
 * Rows by the entity they are about.
 *
 * @internal
 */
export function groupByEntity<TRow extends { entity_ref: string }, T>(
  rows: readonly TRow[],
  fromRow: (row: TRow) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.entity_ref) ?? [];
    group.push(fromRow(row));
    groups.set(row.entity_ref, group);
  }
  return groups;
}
