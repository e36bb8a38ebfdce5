import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  acceptAll,
  startServer,
  type GivenAnswer,
  type ReceivedRequest,
} from './__testUtils__/startServer';

jest.setTimeout(120_000);

const BIN = path.join(__dirname, '../bin/autonomy');
const deployment = (id: number) => ({
  id: String(id),
  source: 'ci',
  entityRef: 'component:default/checkout',
  status: 'succeeded',
  finishedAt: '2026-01-01T00:00:00Z',
});
const lines = (items: unknown[]) =>
  items.map(item => `${JSON.stringify(item)}\n`).join('');

describe('bin/autonomy', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startServer>>;
  let answer: (request: ReceivedRequest, count: number) => GivenAnswer;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'autonomy-cli-'));
    server = await startServer((request, count) => answer(request, count));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    answer = acceptAll;
    server.requests.length = 0;
  });

  const inFolder = (name: string) => path.join(folder, name);

  /** The command as a process of its own. */
  function autonomy(
    args: string[],
    {
      env = {},
      stdin = '',
    }: { env?: Record<string, string>; stdin?: string } = {},
  ) {
    return new Promise<{ code: number; stdout: string; stderr: string }>(
      resolve => {
        const child = execFile(
          process.execPath,
          [BIN, ...args],
          {
            cwd: folder,
            env: {
              ...process.env,
              FORCE_COLOR: undefined,
              AUTONOMY_TOKEN: 'the-token',
              AUTONOMY_URL: server.url,
              ...env,
            },
          },
          (error, stdout, stderr) =>
            resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
        );
        child.stdin!.end(stdin);
      },
    );
  }

  it('0: everything is stored', async () => {
    const { code, stderr, stdout } = await autonomy(['push', 'deployments'], {
      stdin: JSON.stringify({ items: [deployment(1), deployment(2)] }),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('stored     2\nunchanged  0\nrejected   0\n');
    expect(server.requests).toMatchObject([
      {
        url: '/api/autonomy/v1/deployments',
        headers: { authorization: 'Bearer the-token' },
        body: { items: [deployment(1), deployment(2)] },
      },
    ]);
  });

  it('1: some are rejected, named by file and line', async () => {
    await writeFile(inFolder('a.ndjson'), `\n${lines([deployment(1)])}`);
    await writeFile(inFolder('b.ndjson'), lines([deployment(2), {}]));
    answer = () => ({
      status: 207,
      body: {
        stored: 1,
        unchanged: 1,
        rejected: 1,
        results: [
          { index: 0, status: 'stored' },
          { index: 1, status: 'unchanged' },
          {
            index: 2,
            status: 'rejected',
            error: { field: 'id', message: 'expected a text, found nothing' },
          },
        ],
      },
    });
    const args = ['push', 'deployments', 'a.ndjson', 'b.ndjson'];
    const json = await autonomy([...args, '--output', 'json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual({
      stored: 1,
      unchanged: 1,
      rejected: 1,
      errors: [
        {
          file: 'b.ndjson',
          line: 2,
          field: 'id',
          message: 'expected a text, found nothing',
        },
      ],
    });
    const text = await autonomy(args);
    expect(text.code).toBe(1);
    expect(text.stdout).toContain(
      '  b.ndjson:2  id  expected a text, found nothing\n',
    );
  });

  it('2: nothing is sent of an input that cannot be read, nor without credentials', async () => {
    await writeFile(
      inFolder('broken.ndjson'),
      `${lines([deployment(1)])}{"id":\n`,
    );
    const broken = await autonomy(['push', 'deployments', 'broken.ndjson']);
    expect(broken.code).toBe(2);
    expect(broken.stdout).toMatch(/^ {2}broken.ndjson:2 +expected one JSON/m);
    expect(broken.stderr).toContain('nothing was sent');
    const stdin = JSON.stringify(deployment(1));
    for (const [args, env, message] of [
      [['push', 'deployments', 'missing.json'], {}, 'no such file'],
      [['push', 'deployments', '--batch-size', '501'], {}, 'from 1 to 500'],
      [['push', 'nonsense'], {}, 'Allowed choices are facts'],
      [['push', 'deployments'], { AUTONOMY_TOKEN: '' }, 'expected a token'],
      [['push', 'deployments'], { AUTONOMY_TOKEN: 'a\nb' }, 'printable'],
      [['push', 'deployments'], { AUTONOMY_URL: 'portal' }, '"portal"'],
      [['push', 'deployments', '--token', 'x'], {}, "unknown option '--token'"],
      [['backfill', 'facts', 'x.json'], {}, 'Allowed choices are incidents'],
      [
        ['backfill', 'incidents', '-', '--coverage-from', '2026-01-01'],
        {},
        'expected --source too',
      ],
      [
        ['backfill', 'incidents', '-', '--source', 'a', '--coverage-from', 'x'],
        {},
        'found "x"',
      ],
    ] as const) {
      const { code, stderr } = await autonomy([...args], { env, stdin });
      expect({ args, code, stderr }).toEqual({
        args,
        code: 2,
        stderr: expect.stringContaining(message),
      });
    }
    expect(server.requests).toEqual([]);
  });

  it('2: what the backend does not take is not left for later', async () => {
    await writeFile(inFolder('three.ndjson'), lines([1, 2, 3].map(deployment)));
    answer = (request, count) =>
      count === 1 ? acceptAll(request) : { status: 413 };
    const args = ['push', 'deployments', 'three.ndjson'];
    const tooLarge = await autonomy([...args, '--batch-size', '2']);
    expect(tooLarge.code).toBe(2);
    expect(tooLarge.stderr).toContain('Try a smaller --batch-size');
    expect(tooLarge.stderr).toContain('What comes from three.ndjson:3 on');
    for (const wrong of [
      { status: 404 },
      { status: 302, headers: { location: '/sign-in' } },
      { status: 400, body: { error: { message: 'not this' } } },
      { status: 200, body: '<html>' },
      { status: 200, body: { status: 'ok' } },
    ]) {
      answer = () => wrong;
      const { code, stdout } = await autonomy([...args, '--output', 'json']);
      const { failure } = JSON.parse(stdout);
      expect({ wrong, code, reason: failure.reason }).toEqual({
        wrong,
        code: 2,
        reason: 'input',
      });
    }
  });

  it('3: not authorised', async () => {
    answer = () => ({
      status: 403,
      body: { error: { message: 'The permission x is needed' } },
    });
    await writeFile(inFolder('token'), 'of-the-file\n');
    const { code, stderr, stdout } = await autonomy(
      ['push', 'deployments', '--token-file', 'token', '--output', 'json'],
      { stdin: JSON.stringify(deployment(1)) },
    );
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(JSON.parse(stdout).failure).toEqual({
      reason: 'not-authorised',
      message: `POST ${server.url}/api/autonomy/v1/deployments answered 403: The permission x is needed`,
    });
    expect(server.requests[0].headers.authorization).toBe('Bearer of-the-file');
  });

  it('4: the backend fails in the middle, and it is said how to go on', async () => {
    answer = (request, count) =>
      count === 1 ? acceptAll(request) : { status: 503 };
    await writeFile(
      inFolder('five.ndjson'),
      lines([1, 2, 3, 4, 5].map(deployment)),
    );
    const { code, stderr } = await autonomy([
      ...['backfill', 'deployments', 'five.ndjson'],
      ...['--batch-size', '2', '--retries', '1'],
    ]);
    expect(code).toBe(4);
    expect(server.requests).toHaveLength(3);
    expect(stderr).toMatch(/answered 503.*; trying again$/m);
    expect(stderr).toContain(
      'stored so far: 2. What comes from five.ndjson:3 on may not be.\nRun the same command again',
    );
  });

  it('shows what the backend says in one line each', async () => {
    const message = `\u001b[2Jno\n\u009b8m${'x'.repeat(2_000)}`;
    answer = () => ({
      status: 400,
      body: {
        stored: 0,
        unchanged: 0,
        rejected: 1,
        results: [
          {
            index: 0,
            status: 'rejected',
            error: { field: 'i\u0007d', message },
          },
        ],
      },
    });
    const stdin = JSON.stringify(deployment(1));
    const rejected = await autonomy(['push', 'deployments'], { stdin });
    expect(rejected.stdout).toMatch(/^ {2}stdin:1 {2}i d {2}\[2Jno 8mx+…$/m);
    answer = () => ({
      body: { 'sta\u001btus': message, list: [{ a: ['\u009b'] }] },
    });
    const status = await autonomy(['status']);
    expect(status.stdout).toMatch(/^sta tus {2}\[2Jno 8mx+…$/m);
    for (const { stdout } of [rejected, status]) {
      expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      expect(stdout.length).toBeLessThan(1_200);
    }
  });

  it('--dry-run checks what it can, and needs neither backend nor token', async () => {
    const items = [
      deployment(1),
      { ...deployment(2), finishedAt: '2026-02-30T00:00:00Z', colour: 1 },
      deployment(1),
    ];
    const { code, stdout } = await autonomy(
      ['push', 'deployments', '--dry-run', '--format', 'ndjson'],
      { env: { AUTONOMY_TOKEN: '', AUTONOMY_URL: '' }, stdin: lines(items) },
    );
    expect(code).toBe(1);
    expect(stdout).toContain('would send  1\nrejected    2\n');
    expect(stdout).toContain(
      '  stdin:2  colour  expected no field of that name, found 1; also finishedAt: expected an ISO 8601 instant',
    );
    expect(stdout).toContain(
      '  stdin:3  source  expected each source, id once, found those of stdin:1 again\n',
    );
    expect(server.requests).toEqual([]);
  });

  it('declares coverage after the history, but not of one with gaps', async () => {
    await writeFile(inFolder('refs'), '# these\ncomponent:a\n\ncomponent:b\n');
    const args = [
      ...['backfill', 'deployments', '-', '--source', 'ci'],
      ...['--coverage-from', '2026-01-01T00:00:00Z'],
      ...['--coverage-to', '2026-02-01T00:00:00Z'],
    ];
    const stdin = JSON.stringify(deployment(1));
    const all = await autonomy(args, { stdin });
    expect(all).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        'coverage of all that it covers by ci from 2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z: declared\n',
      ),
    });
    const some = await autonomy([...args, '--coverage-entities', 'refs'], {
      stdin,
    });
    expect(some.stdout).toContain('stored     1\n');
    expect(some.stdout).toContain('coverage of 2 entities by ci');
    const stretch = {
      from: '2026-01-01T00:00:00Z',
      to: '2026-02-01T00:00:00Z',
    };
    expect(server.requests.map(({ body, url }) => [url, body])).toEqual([
      ['/api/autonomy/v1/backfill', { deployments: [deployment(1)] }],
      ['/api/autonomy/v1/backfill/coverage', { source: 'ci', ...stretch }],
      ['/api/autonomy/v1/backfill', { deployments: [deployment(1)] }],
      [
        '/api/autonomy/v1/coverage',
        {
          items: ['component:a', 'component:b'].map(entityRef => ({
            source: 'ci',
            ...stretch,
            lastHeardAt: stretch.to,
            entityRef,
          })),
        },
      ],
    ]);

    server.requests.length = 0;
    answer = () => ({
      status: 400,
      body: {
        stored: 0,
        unchanged: 0,
        rejected: 1,
        results: [{ index: 0, status: 'rejected' }],
      },
    });
    const gaps = await autonomy(args, { stdin });
    expect(gaps).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(': not declared\n'),
    });
    expect(server.requests).toHaveLength(1);
  });

  it('sends nothing whose coverage would be of no entity', async () => {
    await writeFile(inFolder('refs'), 'component:a\n# b\npayments api\n');
    const args = [
      ...['backfill', 'deployments', '-', '--source', 'ci'],
      ...['--coverage-from', '2026-01-01T00:00:00Z'],
      ...['--coverage-entities', 'refs'],
    ];
    const stdin = JSON.stringify(deployment(1));
    const mistake =
      '  refs:3  entityRef  expected an entity ref such as component:default/payments-api, found "payments api"\n';
    const dry = await autonomy([...args, '--dry-run'], { stdin });
    expect(dry.code).toBe(1);
    expect(dry.stdout).toContain('would send  1\nrejected    1\n');
    expect(dry.stdout).toContain(mistake);
    const real = await autonomy(args, { stdin });
    expect(real.code).toBe(2);
    expect(real.stdout).toContain(mistake);
    expect(real.stderr).toContain('nothing was sent');
    expect(server.requests).toEqual([]);
  });

  it('status shows what the backend says of itself', async () => {
    answer = () => ({
      body: {
        status: 'ok',
        sources: [
          { id: 'pager', lastHeardAt: 0 },
          { id: 'alerts', lastHeardAt: null },
        ],
      },
    });
    expect(await autonomy(['status'])).toMatchObject({
      code: 0,
      stdout: [
        'status  ok',
        '',
        'sources',
        '  id      lastHeardAt',
        '  pager   1970-01-01T00:00:00.000Z',
        '  alerts  -',
        '',
      ].join('\n'),
    });
  });
});
