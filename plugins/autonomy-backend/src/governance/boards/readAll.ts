const PAGE = 200;

/**
 * Reads a list page by page.
 *
 * @param list - gives a page; what it is asked for besides is the caller's
 * @param most - after which it stops
 * @returns `isCut` where there is more
 * @internal
 */
export async function readAll<T>(
  list: (page: {
    limit: number;
    cursor?: string;
  }) => Promise<{ items: T[]; pageInfo: { nextCursor?: string } }>,
  most: number,
): Promise<{ items: T[]; isCut: boolean }> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: PAGE, cursor });
    items.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor !== undefined && items.length < most);
  return {
    items: items.slice(0, most),
    isCut: cursor !== undefined || items.length > most,
  };
}
