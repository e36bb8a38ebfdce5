import type { Cursors } from './cursors';
import { readPage, type PageQuery, type Place } from './readPage';

/**
 * Reads one page of a list that goes on at cursors, as {@link readPage} does.
 *
 * @param query - `cursor` as it was sent; absent at the beginning
 * @returns the rows, and the `pageInfo` of the answer
 * @throws InputError for a cursor that is none of this list
 * @internal
 */
export async function readListPage<TRow, TPosition>({
  cursor,
  cursors,
  ...query
}: Omit<PageQuery<TRow, TPosition>, 'from'> & {
  cursor?: string;
  cursors: Cursors<Place<TPosition>>;
}): Promise<{ rows: TRow[]; pageInfo: { nextCursor?: string } }> {
  const from = cursor === undefined ? {} : cursors.decode(cursor);
  const { next, rows } = await readPage({ ...query, from });
  return { rows, pageInfo: next ? { nextCursor: cursors.encode(next) } : {} };
}
