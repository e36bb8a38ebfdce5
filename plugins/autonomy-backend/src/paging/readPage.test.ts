import { createCursors, cursorText, placeSchema } from './cursors';
import { readPage, type Place } from './readPage';

const cursors = createCursors(placeSchema(cursorText));

/** A list of numbers, in order, of which a reader sees some. */
function listOf(length: number, isSeen: (row: number) => boolean) {
  const asked = jest.fn(
    async (refs: string[]) => new Set(refs.filter(ref => isSeen(Number(ref)))),
  );
  const rows = [...Array(length).keys()];
  const page = async (limit: number, cursor?: string, asks = true) => {
    const { next, rows: shown } = await readPage<number, string>({
      from: cursor === undefined ? {} : cursors.decode(cursor),
      limit,
      read: async ({ after, limit: size, skip = 0 }) => {
        const start = after === undefined ? 0 : Number(after) + 1;
        return rows.slice(start + skip, start + skip + size);
      },
      positionOf: String,
      refOf: String,
      readable: asks ? asked : undefined,
    });
    return { rows: shown, cursor: next && cursors.encode(next) };
  };
  return { asked, page };
}

/** What the cursor tells somebody who takes it apart. */
function told(cursor: string | undefined): Place<string> {
  return JSON.parse(Buffer.from(cursor!, 'base64url').toString());
}

describe('pages of what a reader sees', () => {
  it.each([
    ['all of it', 450, 1, () => true],
    ['nothing', 30_000, 1, () => false],
    ['every third', 2_000, 7, row => row % 3 === 0],
    ['what is far apart', 30_001, 3, row => row % 10_007 === 10_006],
    ['the last one', 30_001, 20, row => row === 30_000],
    ['the last one that is looked at', 10_001, 1, row => row === 9_999],
    ['a full page, and nothing for long', 30_001, 2, row => row < 2],
  ] as [string, number, number, (row: number) => boolean][])(
    'show %s, each once',
    async (_, length, limit, isSeen) => {
      const { asked, page } = listOf(length, isSeen);
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        asked.mockClear();
        const next = await page(limit, cursor);
        expect(next.rows.length).toBeLessThanOrEqual(limit);
        expect(asked.mock.calls.length).toBeLessThanOrEqual(50);
        seen.push(...next.rows);
        cursor = next.cursor;
        // Of what was not shown a cursor tells nothing but how much it was.
        expect(cursor && told(cursor).after).toBe(
          cursor && seen.length > 0 ? String(seen[seen.length - 1]) : undefined,
        );
      } while (cursor);
      expect(seen).toEqual([...Array(length).keys()].filter(isSeen));
    },
  );

  it('end early, and go on where they ended', async () => {
    const { asked, page } = listOf(30_001, row => [4, 20_003].includes(row));
    const first = await page(20);
    expect(first.rows).toEqual([4]);
    expect(told(first.cursor)).toEqual({ after: '4', skip: 9_995 });
    const second = await page(20, first.cursor);
    expect(second.rows).toEqual([]);
    expect(told(second.cursor)).toEqual({ after: '4', skip: 19_995 });
    asked.mockClear();
    const third = await page(20, second.cursor);
    expect(third).toEqual({ rows: [20_003], cursor: expect.any(String) });
    expect(asked.mock.calls[0][0][0]).toBe('20000');
    expect((await page(20, third.cursor)).cursor).toBeUndefined();
  });

  it('leave nothing out for a reader who sees everything now', async () => {
    const { asked, page } = listOf(10_003, row => row === 0);
    const first = await page(20);
    expect(told(first.cursor).skip).toBe(9_999);
    asked.mockClear();
    const second = await page(2, first.cursor, false);
    expect(second.rows).toEqual([1, 2]);
    expect(told(second.cursor)).toEqual({ after: '2' });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('cursors', () => {
  const encoded = (value: unknown) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    '',
    'x',
    encoded(null),
    encoded({ after: 1 }),
    encoded({ after: '\0' }),
    encoded({ skip: -1 }),
    encoded({ skip: 0.5 }),
    encoded({ skip: 1e300 }),
    encoded({ before: 'a' }),
  ])('are refused unless they are ours: %j', text => {
    expect(() => cursors.decode(text)).toThrow(
      'Invalid cursor: expected one that an earlier page of this list gave',
    );
  });
});
