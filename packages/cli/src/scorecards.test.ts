import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  startServer,
  type GivenAnswer,
  type ReceivedRequest,
} from './__testUtils__/startServer';
import { run } from './run';

jest.setTimeout(120_000);

const SCORECARD = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: extra, title: Extra }
spec:
  role: readiness
  checks:
    - id: drilled
      title: Drilled
      expression: drill.minutes <= 15
`;
const TESTS = `apiVersion: aligned-autonomy/v1
kind: CheckTests
cases:
  - { check: drilled, facts: { drill.minutes: 15 }, expect: pass }
  - { check: drilled, name: slow, facts: { drill.minutes: 16 }, expect: fail }
  - { check: drilled, expect: unknown }
`;

const NO_MOVES = {
  entities: 0,
  checks: 0,
  guardrailWorse: 0,
  guardrailBetter: 0,
  levelDown: 0,
  levelUp: 0,
  rightsLost: 0,
  rightsGained: 0,
};
const simulation = (rest: object = {}) => ({
  id: 'sim/1',
  state: 'done',
  progress: { done: 3, total: 3 },
  atOnce: NO_MOVES,
  settled: { ...NO_MOVES, entities: 2, rightsLost: 1 },
  ...rest,
});

describe('autonomy scorecard', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startServer>>;
  let answer: (request: ReceivedRequest, count: number) => GivenAnswer;

  beforeAll(async () => {
    server = await startServer((request, count) => answer(request, count));
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'autonomy-cli-'));
    server.requests.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(files: Record<string, string>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  async function scorecard(
    args: string[],
    {
      now = Date.now,
      onInterrupt = () => () => {},
    }: Partial<Parameters<typeof run>[1]> = {},
  ) {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const code = await run(['scorecard', ...args], {
      env: { AUTONOMY_TOKEN: 'the-token' },
      now,
      onInterrupt,
      stderr,
      stdin: Readable.from([]),
      stdout,
    });
    stdout.end();
    stderr.end();
    const found = { stdout: await text(stdout), stderr: await text(stderr) };
    return {
      code,
      stdout: found.stdout.replaceAll(`${folder}/`, ''),
      stderr: found.stderr.replaceAll(`${folder}/`, ''),
    };
  }

  const inFolder = (...names: string[]) =>
    names.map(name => path.join(folder, name));

  describe('lint', () => {
    it('0: what is fine over the built-in documents, wherever it is in a folder', async () => {
      await write({
        'a/extra.yaml': SCORECARD,
        'a/deep/extra.test.yaml': TESTS,
        'a/deep/mkdocs.yml': 'site_name: Not ours',
        'a/node_modules/x.yaml': `${SCORECARD}x: 1`,
        'a/.hidden/x.yaml': `${SCORECARD}x: 1`,
      });
      expect(await scorecard(['lint', folder])).toEqual({
        code: 0,
        stdout: '2 files: 0 errors, 0 warnings\n',
        stderr: '',
      });
    });

    it('1: mistakes at file, line and column; 0 for warnings alone', async () => {
      const absent = SCORECARD.replace(
        'drill.minutes <= 15',
        "'!has(drill.at) || drill.ok'",
      );
      await write({
        'a.yaml': SCORECARD.replace('extra', 'a')
          .replace('drill.minutes', 'catalog.owner.exits')
          .replace('drilled', 'tracing'),
        'b.yaml': absent.replace('drilled', 'other'),
        'c.yaml': SCORECARD.replace('title: Drilled', 'weight: -1'),
        'd.test.yaml': TESTS.replace('unknown', 'unclear'),
      });
      const unreadable = await scorecard([
        'lint',
        ...inFolder('c.yaml', 'd.test.yaml'),
      ]);
      expect(unreadable).toMatchObject({ code: 1, stderr: '' });
      expect(unreadable.stdout.split('\n')).toEqual([
        'c.yaml:8:15: error: spec.checks[0].weight: is out of bounds (expected more than 0, found -1)',
        'c.yaml:7: error: spec.checks[0].title: is missing (expected string, found nothing)',
        'd.test.yaml:6:31: error: cases[2].expect: is not allowed (expected one of pass, fail, unknown, not-applicable, announced, found "unclear")',
        '2 files: 3 errors, 0 warnings',
        '',
      ]);
      const wrong = await scorecard(['lint', ...inFolder('a.yaml')]);
      expect(wrong.code).toBe(1);
      expect(wrong.stdout).toContain(
        'a.yaml:9:19: error: spec.checks[0].expression: unknown fact catalog.owner.exits',
      );
      expect(wrong.stdout).toContain(
        'a.yaml:7:11: error: spec.checks[0].id: check tracing exists already in role readiness (built-in readiness.yaml:',
      );
      const warned = await scorecard(['lint', ...inFolder('b.yaml')]);
      expect(warned).toEqual({
        code: 0,
        stdout:
          'b.yaml:9:21: warning: spec.checks[0].expression: can pass because drill.at is missing (at character 2)\n1 file: 0 errors, 1 warning\n',
        stderr: '',
      });
    });

    it('takes the files of --base first', async () => {
      await write({
        'base.yaml': SCORECARD,
        'pay.yaml': `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: pay, domain: domain:default/payments }
spec: { checks: [{ id: drilled, passAt: 0.5 }] }
`,
      });
      const [base, pay] = inFolder('base.yaml', 'pay.yaml');
      expect((await scorecard(['lint', pay])).stdout).toContain(
        'pay.yaml:4:24: error: spec.checks[0].id: ',
      );
      expect((await scorecard(['lint', pay, '--base', base])).stdout).toContain(
        'expected at least 1, found 0.5',
      );
    });

    it('writes JSON and Markdown, also into a file', async () => {
      await write({
        'a_b.yaml': SCORECARD.replace('title: Drilled', 'weight: <b>'),
      });
      const [file, report] = inFolder('a_b.yaml', 'report.md');
      const json = await scorecard(['lint', file, '--output', 'json']);
      expect(JSON.parse(json.stdout)).toEqual({
        files: 1,
        findings: [
          expect.objectContaining({
            severity: 'error',
            file: 'a_b.yaml',
            line: 8,
            column: 15,
            field: 'spec.checks[0].weight',
          }),
          expect.objectContaining({ field: 'spec.checks[0].title' }),
        ],
      });
      const options = ['--output', 'markdown', '--report-file', report];
      const markdown = await scorecard(['lint', file, ...options]);
      expect(markdown).toEqual({ code: 1, stdout: '', stderr: '' });
      const written = await readFile(report, 'utf8');
      expect(written).toContain('- **error** ');
      expect(written).toContain('a\\_b.yaml:8:15');
      expect(written).not.toContain('<b>');
    });

    it.each([
      ['no such file', ['nowhere.yaml'], /ENOENT/],
      [
        'a folder of other things',
        ['others'],
        /expected YAML files with apiVersion/,
      ],
      ['what is no UTF-8', ['latin.yaml'], /expected text in UTF-8/],
    ])('2: %s', async (_, names, message) => {
      await write({ 'others/mkdocs.yml': 'site_name: Not ours' });
      await writeFile(path.join(folder, 'latin.yaml'), Buffer.from([0xe9]));
      const places = inFolder(...names);
      const { code, stderr } = await scorecard(['lint', ...places]);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(message),
      });
    });
  });

  describe('test', () => {
    it('0: every case holds; the tests beside a file are its own', async () => {
      await write({ 'extra.yaml': SCORECARD, 'extra.test.yaml': TESTS });
      expect(await scorecard(['test', ...inFolder('extra.yaml')])).toEqual({
        code: 0,
        stdout: '3 passed, 0 failed, of 1 check\n',
        stderr: '',
      });
    });

    it('1: a case fails, or there are mistakes', async () => {
      await write({
        'extra.yaml': SCORECARD.replace('15', '20'),
        'extra.test.yaml': TESTS,
        'wrong.yaml': SCORECARD.replace('15', ''),
      });
      expect(await scorecard(['test', ...inFolder('extra.yaml')])).toEqual({
        code: 1,
        stdout:
          'extra.test.yaml:5: drilled (slow): expected fail, found pass; drill.minutes is 16\n2 passed, 1 failed, of 1 check\n',
        stderr: '',
      });
      const wrong = await scorecard(['test', ...inFolder('wrong.yaml')]);
      expect(wrong).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('wrong.yaml:9:'),
      });
      const json = await scorecard([
        ...['test', ...inFolder('extra.yaml'), '--output', 'json'],
      ]);
      expect(JSON.parse(json.stdout).results).toHaveLength(3);
      const markdown = await scorecard([
        ...['test', ...inFolder('extra.yaml'), '--output', 'markdown'],
      ]);
      expect(markdown.stdout).toContain('- **drilled (slow)** expected fail');
    });

    it('2: there are no tests', async () => {
      await write({ 'extra.yaml': SCORECARD });
      expect(await scorecard(['test', folder])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('found none'),
      });
    });
  });

  // The routes are those of a portal; here a server of its own answers.
  describe('simulate', () => {
    const args = () => [
      ...['simulate', ...inFolder('extra.yaml'), '--url', server.url],
      ...['--retries', '0'],
    ];
    const sent = () =>
      server.requests.map(
        ({ method, url }) =>
          `${method} ${url?.replace('/api/autonomy/v1', '')}`,
      );

    beforeEach(async () => {
      await write({ 'extra.yaml': SCORECARD, 'more.yaml': '# none\n' });
      answer = ({ method, url }, count) => {
        if (url?.endsWith('/report.md')) return { body: '# Who feels it\n' };
        const isUnderWay = method === 'POST' || count === 2;
        return {
          status: method === 'POST' ? 201 : 200,
          body: simulation(isUnderWay ? { state: 'running' } : {}),
        };
      };
    });

    it('0: prints the report of the backend', async () => {
      const more = inFolder('more.yaml');
      expect(await scorecard([...args(), ...more])).toEqual({
        code: 0,
        stdout: '# Who feels it\n',
        stderr: '',
      });
      expect(sent()).toEqual([
        'POST /simulations',
        'GET /simulations/sim%2F1',
        'GET /simulations/sim%2F1',
        'GET /simulations/sim%2F1/report.md',
      ]);
      expect(server.requests[0]).toMatchObject({
        headers: { authorization: 'Bearer the-token' },
        body: { yaml: `${SCORECARD}---\n# none\n` },
      });
    });

    it.each([
      ['rights-lost', 1],
      ['level-down', 0],
      ['any', 1],
      ['never', 0],
    ])('--fail-on %s ends with %i', async (failOn, code) => {
      answer = () => ({ status: 201, body: simulation() });
      const options = ['--fail-on', failOn, '--output', 'json'];
      const result = await scorecard([...args(), ...options]);
      expect(result.code).toBe(code);
      expect(JSON.parse(result.stdout)).toEqual(simulation());
    });

    it.each<[number, string, GivenAnswer]>([
      [3, 'not the permission', { status: 403 }],
      [
        2,
        'what it refuses',
        { status: 400, body: { error: { message: 'Expected a policy' } } },
      ],
      [2, 'another answer', { body: { status: 'ok' } }],
      [
        4,
        'a simulation that failed',
        { body: simulation({ state: 'failed', message: 'Out of ideas' }) },
      ],
      [4, 'nobody there', { hangUp: true }],
    ])('%i: %s', async (code, _, given) => {
      answer = () => given;
      const result = await scorecard(args());
      expect(result.code).toBe(code);
      expect(result.stderr).toMatch(/^(warning.*\n)?error: /);
    });

    it('3: does not rely on figures that are withheld', async () => {
      answer = () => ({ body: simulation({ isWithheld: true }) });
      const result = await scorecard([...args(), '--fail-on', 'level-down']);
      expect(result).toMatchObject({
        code: 3,
        stderr: expect.stringContaining('withheld'),
      });
    });

    it('4: cancels what takes longer than --wait allows', async () => {
      answer = () => ({ body: simulation({ state: 'running' }) });
      let now = 0;
      const result = await scorecard([...args(), '--wait', '60'], {
        now: () => (now += 61_000),
      });
      expect(result).toMatchObject({
        code: 4,
        stderr: expect.stringContaining('longer than --wait'),
      });
      expect(sent()).toEqual([
        'POST /simulations',
        'POST /simulations/sim%2F1/cancel',
      ]);
    });

    it('130: Ctrl-C cancels it', async () => {
      const child = new Promise<{ code: number | null; stderr: string }>(
        resolve => {
          const command = execFile(
            process.execPath,
            [path.join(__dirname, '../bin/autonomy'), 'scorecard', ...args()],
            { env: { ...process.env, AUTONOMY_TOKEN: 'the-token' } },
            (_error, _stdout, stderr) =>
              resolve({ code: command.exitCode, stderr }),
          );
          answer = ({ method, url }) => {
            if (method === 'GET') command.kill('SIGINT');
            const state = url?.endsWith('/cancel') ? 'cancelled' : 'running';
            return { body: simulation({ state }) };
          };
        },
      );
      expect(await child).toEqual({
        code: 130,
        stderr: 'interrupted: the simulation was cancelled\n',
      });
      expect(sent().pop()).toBe('POST /simulations/sim%2F1/cancel');
    });
  });

  // Here too a server of its own answers.
  describe('export and import', () => {
    const connection = () => ['--url', server.url, '--retries', '0'];
    const answered = (items: object[]) => {
      answer = () => ({ body: { items } });
    };
    const key = { kind: 'scorecard', name: 'extra' };

    it('prints documents as they are', async () => {
      answer = () => ({ body: SCORECARD });
      const documents = ['scorecard/extra', 'overlay/pay'];
      expect(
        await scorecard(['export', ...documents, ...connection()]),
      ).toEqual({ code: 0, stdout: SCORECARD, stderr: '' });
      expect(server.requests[0].url).toBe(
        '/api/autonomy/v1/policy/export?document=scorecard%2Fextra&document=overlay%2Fpay',
      );
      expect((await scorecard(['export', 'extra', ...connection()])).code).toBe(
        2,
      );
    });

    it('makes drafts of files', async () => {
      await write({ 'extra.yaml': SCORECARD, 'extra.test.yaml': TESTS });
      answered([{ key, status: 'draft-created', draftId: '1' }]);
      expect(await scorecard(['import', folder, ...connection()])).toEqual({
        code: 0,
        stdout: 'scorecard/extra  draft-created\n',
        stderr: '',
      });
      expect(server.requests[0].body).toEqual({ yaml: SCORECARD });
      answered([{ key, status: 'refused', message: 'Comes from a file' }]);
      expect(
        await scorecard(['import', folder, ...connection()]),
      ).toMatchObject({
        code: 1,
        stdout: 'scorecard/extra  refused  Comes from a file\n',
      });
    });

    it('takes no tests for documents', async () => {
      await write({ 'extra.test.yaml': TESTS });
      expect(
        await scorecard(['import', folder, ...connection()]),
      ).toMatchObject({ code: 2 });
    });
  });
});
