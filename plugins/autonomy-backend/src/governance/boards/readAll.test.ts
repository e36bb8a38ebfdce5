import { readAll } from './readAll';

/** A list of numbers in pages. */
function listOf(length: number) {
  return jest.fn(
    async ({ cursor = '0', limit }: { cursor?: string; limit: number }) => {
      const start = Number(cursor);
      const end = Math.min(start + limit, length);
      return {
        items: Array.from({ length: end - start }, (_, n) => start + n),
        pageInfo: end < length ? { nextCursor: String(end) } : {},
      };
    },
  );
}

describe('readAll', () => {
  it.each([
    [0, 0, false, 1],
    [200, 200, false, 1],
    [350, 350, false, 2],
    [500, 500, false, 3],
    [501, 500, true, 3],
    [9_999, 500, true, 3],
  ])('of %s reads %s', async (length, read, cut, pages) => {
    const list = listOf(length);
    const { isCut, items } = await readAll(list, 500);
    expect(items).toEqual(Array.from({ length: read }, (_, n) => n));
    expect(isCut).toBe(cut);
    expect(list).toHaveBeenCalledTimes(pages);
  });

  it('goes on after a page of which nothing is shown', async () => {
    const list = jest
      .fn()
      .mockResolvedValueOnce({ items: [], pageInfo: { nextCursor: 'a' } })
      .mockResolvedValueOnce({ items: [1], pageInfo: {} });
    expect(await readAll(list, 5)).toEqual({
      items: [1],
      isCut: false,
    });
    expect(list).toHaveBeenLastCalledWith({
      cursor: 'a',
      limit: 200,
    });
  });
});
