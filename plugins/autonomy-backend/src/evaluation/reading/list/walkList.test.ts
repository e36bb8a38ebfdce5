import type { ListedEntity, Position } from './ListQuery';
import { walkList } from './walkList';

/** A list of so many entities, and how often it was read. */
function listOf(length: number) {
  const read = jest.fn(
    async ({ from, limit }: { from?: Position; limit: number }) => {
      const start = from ? Number(from.value) + 1 : 0;
      return Array.from(
        { length: Math.max(0, Math.min(limit, length - start)) },
        (_, index) => {
          const value = start + index;
          const entityRef = String(value);
          return {
            summary: { entityRef },
            position: { value, entityRef },
          } as ListedEntity;
        },
      );
    },
  );
  return read;
}

describe('a walk through a list', () => {
  it.each([0, 1, 499, 500, 501, 1_000, 1_203])(
    'comes by each of %d entities once',
    async length => {
      const read = listOf(length);
      const seen: string[] = [];
      for await (const rows of await walkList({ read })) {
        seen.push(...rows.map(({ entityRef }) => entityRef));
      }
      expect(seen).toEqual(Array.from({ length }, (_, n) => String(n)));
    },
  );

  it('shows what the catalog shows, which is asked about a piece at a time', async () => {
    const readable = jest.fn(
      async (refs: string[]) =>
        new Set(refs.filter(ref => Number(ref) % 600 === 599)),
    );
    const seen: string[] = [];
    for await (const rows of await walkList({
      read: listOf(1_203),
      readable,
    })) {
      seen.push(...rows.map(({ entityRef }) => entityRef));
    }
    expect(seen).toEqual(['599', '1199']);
    expect(readable.mock.calls.map(([refs]) => refs.length)).toEqual([
      500, 500, 203,
    ]);
  });

  it('reads the first piece at once, and no further than it is asked to', async () => {
    const read = listOf(5_000);
    const pieces = await walkList({ read });
    expect(read).toHaveBeenCalledTimes(1);
    for await (const rows of pieces) {
      expect(rows).toHaveLength(500);
      break;
    }
    expect(read).toHaveBeenCalledTimes(1);
    await expect(
      walkList({ read: async () => Promise.reject(new Error('no database')) }),
    ).rejects.toThrow('no database');
  });
});
