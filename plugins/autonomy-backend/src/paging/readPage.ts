/** How many rows are shown to the catalog at once where it has to be asked about each. */
const ASK_SIZE = 200;
/** How often the catalog is asked for one page: nobody makes one request walk a whole table. */
const MAX_LOOKS = 50;

/**
 * Where a list goes on. It names only rows that the reader saw.
 *
 * @internal
 */
export interface Place<TPosition> {
  /** The row it goes on after; from the beginning if absent. */
  after?: TPosition;
  /** How many rows beyond that were looked at already, and not shown. */
  skip?: number;
}

/**
 * @internal
 */
export interface PageQuery<TRow, TPosition> {
  from: Place<TPosition>;
  limit: number;
  /** Rows in the order of the list. */
  read: (stretch: Place<TPosition> & { limit: number }) => Promise<TRow[]>;
  positionOf: (row: TRow) => TPosition;
  refOf: (row: TRow) => string;
  /** Which of some entities the reader may see; absent where nothing else is read. */
  readable?: (entityRefs: string[]) => Promise<ReadonlySet<string>>;
}

/**
 * @internal
 */
export interface Page<TRow, TPosition> {
  rows: TRow[];
  /** Absent at the end of the list. */
  next?: Place<TPosition>;
}

/**
 * Reads one page of a list. Where the reader sees few of many rows it may be short, even empty, and still
 * not be the last one.
 *
 * @internal
 */
export async function readPage<TRow, TPosition>(
  query: PageQuery<TRow, TPosition>,
): Promise<Page<TRow, TPosition>> {
  const { from, limit, positionOf, read, readable } = query;
  // One more tells whether there is a further page.
  const wanted = limit + 1;
  const { found, hidden } = readable
    ? await lookFor(wanted, query, readable)
    : { found: await read({ after: from.after, limit: wanted }) };
  const rows = found.slice(0, limit);
  const last = rows.length > 0 ? positionOf(rows[rows.length - 1]) : from.after;
  if (found.length > limit) {
    return { rows, next: { after: last } };
  }
  return hidden === undefined
    ? { rows }
    : { rows, next: { after: last, skip: hidden } };
}

/**
 * Reads on until enough rows are found whose entities the reader may see.
 *
 * @returns with `hidden` where it gave up before the end: how many rows were looked at since the last one
 * found
 */
async function lookFor<TRow, TPosition>(
  wanted: number,
  { from, positionOf, read, refOf }: PageQuery<TRow, TPosition>,
  readable: (entityRefs: string[]) => Promise<ReadonlySet<string>>,
): Promise<{ found: TRow[]; hidden?: number }> {
  const found: TRow[] = [];
  let place = from;
  let hidden = from.skip ?? 0;
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const rows = await read({ ...place, limit: ASK_SIZE });
    const shown = await readable([...new Set(rows.map(refOf))]);
    for (const row of rows) {
      const isShown = shown.has(refOf(row));
      hidden = isShown ? 0 : hidden + 1;
      if (isShown) {
        found.push(row);
      }
    }
    if (found.length >= wanted || rows.length < ASK_SIZE) {
      return { found };
    }
    place = { after: positionOf(rows[rows.length - 1]) };
  }
  return { found, hidden };
}
