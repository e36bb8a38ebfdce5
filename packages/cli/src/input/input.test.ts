import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KINDS, type KindName } from '../evidence';
import { inBatches } from './inBatches';
import { openInput, type Format } from './Input';
import { linesOfItems } from './linesOfItems';

async function* bytes(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}

/** What is read from stdin, by line. */
async function read(
  format: Format,
  chunks: (string | Uint8Array)[],
  options: { kind?: KindName; source?: string } = {},
) {
  const input = await openInput({
    format,
    kind: KINDS[options.kind ?? 'incidents'],
    name: '-',
    source: options.source,
    stdin: bytes(...chunks),
  });
  const entries: [number, unknown][] = [];
  for await (const { origin, ...entry } of input.read()) {
    entries.push([
      origin.line,
      entry.unreadable ? entry.unreadable.message : entry.item,
    ]);
  }
  return entries;
}

describe('NDJSON', () => {
  it('is read by line, however it comes in', async () => {
    const text =
      '\uFEFF{"id":"1","title":"a\u2028b"}\r\n\n  \n{"id":"2"}\n{"id":\n[3]';
    const expected = [
      [1, { id: '1', title: 'a\u2028b' }],
      [4, { id: '2' }],
      [5, expect.stringContaining('expected one JSON object a line')],
      [6, [3]],
    ];
    const whole = Buffer.from(text);
    expect(await read('ndjson', [whole])).toEqual(expected);
    // Also within a character.
    const single = Array.from(whole, byte => Uint8Array.of(byte));
    expect(await read('ndjson', single)).toEqual(expected);
    expect(await read('ndjson', [])).toEqual([]);
  });

  it('is refused where it is no text, or has no lines', async () => {
    const latin = Buffer.from('{"title":"Größe"}', 'latin1');
    await expect(read('ndjson', [latin])).rejects.toThrow(
      'stdin: expected text in UTF-8',
    );
    await expect(
      read('ndjson', Array(10).fill('x'.repeat(100_000))),
    ).rejects.toThrow('is this NDJSON?');
  });
});

describe('JSON', () => {
  it.each([
    ['a list', '[\n{"id":"1"},\n\n{"id":"2"}]', [2, 4]],
    [
      'items',
      '{"x":[{}],"items"\n:[{"id":"1","items":["]"]},{\n"id":"2"}],"y":{"items":[1]}}',
      [2, 2],
    ],
    ['one item', '\n{"id":"1"}', [1]],
    ['nothing', '[]', []],
  ])('may be %s', async (_, text, lines) => {
    const entries = await read('json', [text]);
    expect(entries.map(([line]) => line)).toEqual(lines);
    entries.forEach(([, item], index) =>
      expect(item).toMatchObject({ id: String(index + 1) }),
    );
  });

  it('tells the line of each item, of whatever type it is', () => {
    const list = '[1,\n"a\\"],[",\n[[\n2]],\n{"a":\n{}},null]';
    expect(linesOfItems(list)).toEqual([1, 2, 3, 5, 6]);
    expect(linesOfItems('{"items":[1],\n"items":[\n2]}', 'items')).toEqual([3]);
    expect(linesOfItems('{"a":"items","items":[]}', 'items')).toEqual([]);
  });

  it.each([
    ['{"id":', 'for one object a line use --format ndjson'],
    ['{"items":{}}', "expected a list in the field 'items'"],
    ['', 'expected JSON'],
  ])('is refused: %j', async (text, message) => {
    await expect(read('json', [text])).rejects.toThrow(message);
  });
});

describe('CSV', () => {
  const HEADER = 'id,source,entityRef,title,severity,startedAt';

  it('says the same as JSON', async () => {
    const text = [
      `\uFEFF${HEADER},areas,irreversible,review.completedAt,affected`,
      '1,pager,component:a,"Down, ""all"" of it',
      'at once",high,2026-01-01T00:00:00Z, operations; security,TRUE,2026-01-02T00:00:00Z,component:b; component:c',
      '',
      '2,pager,component:a,Slow,low,2026-01-01T00:00:00Z,,,,',
      '3,pager',
      '4,pager,component:a,x,low,2026-01-01T00:00:00Z,,perhaps,,',
    ].join('\r\n');
    const common = {
      source: 'pager',
      entityRef: 'component:a',
      startedAt: '2026-01-01T00:00:00Z',
    };
    expect(await read('csv', [text])).toEqual([
      [
        2,
        {
          ...common,
          id: '1',
          title: 'Down, "all" of it\r\nat once',
          severity: 'high',
          areas: ['operations', 'security'],
          irreversible: true,
          review: { completedAt: '2026-01-02T00:00:00Z' },
          affected: ['component:b', 'component:c'],
        },
      ],
      [5, { ...common, id: '2', title: 'Slow', severity: 'low' }],
      [6, 'expected 10 columns, found 2'],
      [
        7,
        {
          ...common,
          id: '4',
          title: 'x',
          severity: 'low',
          irreversible: 'perhaps',
        },
      ],
    ]);
  });

  it.each([
    ['', 'expected a header, found nothing'],
    [`${HEADER},colour,__proto__\n`, 'found "colour", "__proto__"'],
    [`${HEADER},id\n`, 'expected each column once, found "id"'],
    ['id,title,severity\n', 'the columns source, entityRef, startedAt too'],
    [`${HEADER}\n1,"open\n2,\n`, 'stdin:3: Quote Not Closed'],
  ])('is refused: %j', async (text, message) => {
    await expect(read('csv', [text])).rejects.toThrow(message);
  });

  it('is nothing for facts', async () => {
    await expect(read('csv', [''], { kind: 'facts' })).rejects.toThrow(
      'they do not fit into a table',
    );
  });
});

it('gives the source to items that name none, and takes no other', async () => {
  const lines = '{"id":"1"}\n{"id":"2","source":"a"}\n{"source":"b"}\n7';
  expect(await read('ndjson', [lines], { source: 'a' })).toEqual([
    [1, { id: '1', source: 'a' }],
    [2, { id: '2', source: 'a' }],
    [3, 'expected a, as --source says, found "b"'],
    [4, 7],
  ]);
  expect(
    await read(
      'csv',
      ['id,entityRef,title,severity,startedAt\n1,a:b,x,low,y'],
      {
        source: 'a',
      },
    ),
  ).toEqual([[2, expect.objectContaining({ id: '1', source: 'a' })]]);
});

it('keeps requests below the limit of the backend', async () => {
  const item = (id: number, size: number) => ({
    origin: { file: 'x', line: id },
    item: { id, title: 'ü'.repeat(size) },
  });
  async function sizes(items: ReturnType<typeof item>[]) {
    const found = [];
    for await (const batch of inBatches(
      (async function* all() {
        yield* items;
      })(),
      3,
    )) {
      found.push(batch.map(({ origin }) => origin.line));
    }
    return found;
  }
  expect(await sizes([])).toEqual([]);
  expect(await sizes([1, 2, 3, 4].map(id => item(id, 1)))).toEqual([
    [1, 2, 3],
    [4],
  ]);
  // 400,000 bytes each.
  expect(await sizes([1, 2, 3].map(id => item(id, 200_000)))).toEqual([
    [1, 2],
    [3],
  ]);
  const [[, message]] = await read('json', [
    JSON.stringify([{ title: 'ü'.repeat(500_000) }]),
  ]);
  expect(message).toBe(
    'expected an item of at most 900000 bytes, found 1000012',
  );
});

it('names what is no file, or of no known format', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'autonomy-cli-'));
  try {
    const plain = path.join(folder, 'incidents.txt');
    await writeFile(plain, '[]');
    const open = (name: string, format?: Format) =>
      openInput({ name, format, kind: KINDS.incidents, stdin: bytes() });
    await expect(open(plain)).rejects.toThrow(
      'expected a name that ends in .csv, .json, .jsonl, .ndjson, or the option --format',
    );
    expect(await open(plain, 'json')).toMatchObject({ isRepeatable: true });
    await expect(open(folder, 'json')).rejects.toThrow('found a folder');
    await expect(open(`${plain}.csv`)).rejects.toThrow('no such file');
  } finally {
    await rm(folder, { recursive: true });
  }
});
