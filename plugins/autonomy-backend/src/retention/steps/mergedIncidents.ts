/**
 * What tells which incidents are merged.
 *
 * @internal
 */
export interface Mergeable {
  source: string;
  incident_id: string;
  merged_into: string | null;
}

type Key = [source: string, incidentId: string];

const textOf = (key: Key) => JSON.stringify(key);

/**
 * @internal
 */
export function incidentKey({ incident_id, source }: Mergeable): string {
  return textOf([source, incident_id]);
}

function wholeOf({ merged_into: whole, source }: Mergeable): Key | undefined {
  return whole === null ? undefined : [source, whole];
}

/**
 * All incidents that are linked with some by merges, however long the chain.
 *
 * @param rows - which are among them
 * @param read - reads the incidents with these keys and those that are merged into them
 * @internal
 */
export async function mergedWith<TRow extends Mergeable>(
  rows: readonly TRow[],
  read: (keys: Key[]) => Promise<TRow[]>,
): Promise<TRow[]> {
  const linked = new Map<string, TRow>();
  const asked = new Set<string>();
  let found: readonly TRow[] = rows;
  while (found.length > 0) {
    found.forEach(row => linked.set(incidentKey(row), row));
    const keys = found
      .flatMap((row): (Key | undefined)[] => [
        [row.source, row.incident_id],
        wholeOf(row),
      ])
      .filter(key => key !== undefined)
      .filter(key => !asked.has(textOf(key)));
    keys.forEach(key => asked.add(textOf(key)));
    const next = keys.length > 0 ? await read(keys) : [];
    found = next.filter(row => !linked.has(incidentKey(row)));
  }
  return [...linked.values()];
}

/**
 * Keys of some incidents and of all that are merged with them.
 *
 * @param linked - among which merges are looked for
 * @internal
 */
export function spread(
  rows: readonly Mergeable[],
  linked: readonly Mergeable[],
): Set<string> {
  const reached = new Set(rows.map(incidentKey));
  const merges = linked.flatMap(row => {
    const whole = wholeOf(row);
    return whole ? [[incidentKey(row), textOf(whole)]] : [];
  });
  let before: number;
  do {
    before = reached.size;
    for (const ends of merges) {
      if (ends.some(key => reached.has(key))) {
        ends.forEach(key => reached.add(key));
      }
    }
  } while (reached.size > before);
  return reached;
}
