import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  startServer,
  type GivenAnswer,
  type ReceivedRequest,
} from './__testUtils__/startServer';
import { run } from './run';

const HASH = '4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce';
const PAYMENTS = 'domain:default/payments';
const VERIFICATION = '/api/autonomy/v1/audit-log/verification';

const chains = (...names: string[]) => ({
  items: names.map(chain => ({ chain, head: { sequence: 1, hash: HASH } })),
});
const intact = (chain: string) => ({
  chain,
  entries: 214,
  intact: true,
  head: { sequence: 214, hash: HASH },
});
const broken = (chain: string) => ({
  chain,
  entries: 9,
  intact: false,
  fault: { sequence: 7, reason: 'The entry\nwas \u001b[31mchanged' },
});

describe('autonomy audit verify', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let answer: (request: ReceivedRequest) => GivenAnswer;

  beforeAll(async () => {
    server = await startServer(request => answer(request));
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.requests.length = 0;
  });

  async function verify(...args: string[]) {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const options = ['--url', server.url, '--retries', '0'];
    const code = await run(['audit', 'verify', ...args, ...options], {
      env: { AUTONOMY_TOKEN: 'the-token' },
      now: Date.now,
      onInterrupt: () => () => undefined,
      stderr,
      stdin: Readable.from([]),
      stdout,
    });
    stdout.end();
    stderr.end();
    return { code, stdout: await text(stdout), stderr: await text(stderr) };
  }

  /** A portal with some chains, of which some are broken. */
  function portal(names: string[], isBroken = (_: string) => false) {
    answer = ({ url = '' }) => {
      const { pathname, searchParams } = new URL(url, server.url);
      const chain = searchParams.get('chain') ?? '';
      if (pathname !== VERIFICATION) {
        return { body: chains(...names) };
      }
      return { body: isBroken(chain) ? broken(chain) : intact(chain) };
    };
  }

  const urls = () =>
    server.requests.map(({ url = '' }) =>
      decodeURIComponent(url).replace('/api/autonomy/v1/audit-log/', ''),
    );

  it('0: every chain is intact; their heads are told', async () => {
    portal(['central', PAYMENTS]);
    expect(await verify()).toEqual({
      code: 0,
      stdout:
        `central: intact, entries: 214, head: 214:${HASH}\n` +
        `${PAYMENTS}: intact, entries: 214, head: 214:${HASH}\n`,
      stderr: '',
    });
    expect(urls()).toEqual([
      'chains',
      'verification?chain=central',
      `verification?chain=${PAYMENTS}`,
    ]);
    expect(server.requests[0].headers.authorization).toBe('Bearer the-token');
  });

  it('0: nothing was written yet', async () => {
    portal([]);
    expect(await verify()).toMatchObject({
      code: 0,
      stdout: 'nothing was written yet\n',
    });
    answer = () => ({ body: { chain: 'central', entries: 0, intact: true } });
    expect(await verify('--chain', 'central')).toMatchObject({
      code: 0,
      stdout: 'central: intact, nothing was written yet\n',
    });
  });

  it('1: a chain is broken; the others are told as well', async () => {
    portal([PAYMENTS, 'central'], chain => chain === PAYMENTS);
    expect(await verify()).toEqual({
      code: 1,
      stdout:
        `${PAYMENTS}: BROKEN at entry 7: The entry was  [31mchanged\n` +
        `central: intact, entries: 214, head: 214:${HASH}\n`,
      stderr: '',
    });
  });

  it('prints JSON', async () => {
    portal([], chain => chain === PAYMENTS);
    const { code, stdout } = await verify(
      ...['--chain', 'central', PAYMENTS],
      ...['--output', 'json'],
    );
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      { items: [intact('central'), broken(PAYMENTS)] },
    ]);
  });

  it('hands on a head that was kept', async () => {
    portal([]);
    const { code } = await verify(
      ...['--chain', PAYMENTS, '--head', `7:${HASH}`],
    );
    expect(code).toBe(0);
    expect(urls()).toEqual([`verification?chain=${PAYMENTS}&head=7:${HASH}`]);
  });

  it.each([
    [['--head', `7:${HASH}`], 'expected one --chain besides, found 0'],
    [
      ['--chain', 'central', PAYMENTS, '--head', `7:${HASH}`],
      'expected one --chain besides, found 2',
    ],
    [['--chain', 'central', '--head', '7'], 'a number, a colon and a SHA-256'],
    [
      ['--chain', 'central', '--head', `0:${HASH}`],
      'a number, a colon and a SHA-256',
    ],
    [['--all'], 'unknown option'],
  ])('2: what is asked for is wrong: %j', async (args, message) => {
    portal([]);
    const found = await verify(...args);
    expect([found.code, found.stdout]).toEqual([2, '']);
    expect(found.stderr).toContain(message);
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['no object', 'yes'],
    ['no word of being intact', { chain: 'central', entries: 1 }],
    ['another word', { chain: 'central', entries: 1, intact: 'true' }],
    ['no number', { chain: 'central', intact: true }],
  ])('2: never takes %s for intact', async (_, body) => {
    answer = () => ({ body: JSON.stringify(body) });
    const found = await verify('--chain', 'central');
    expect(found).toMatchObject({ code: 2, stdout: '' });
    expect(found.stderr).toContain('answered by something else');
  });

  it.each([
    ['no list', {}],
    ['a list of anything', { items: [{}] }],
  ])('2: never takes %s for no chains', async (_, body) => {
    answer = () => ({ body });
    expect(await verify()).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    [3, 401],
    [3, 403],
    [2, 400],
    [2, 404],
    [4, 503],
  ])('%d: cannot tell, because of a %d', async (code, status) => {
    answer = () => ({ status, body: { error: { message: 'no' } } });
    const found = await verify();
    expect(found).toMatchObject({ code, stdout: '' });
    expect(found.stderr).toContain(`answered ${status}: no`);
    expect(await verify('--output', 'json')).toMatchObject({
      code,
      stdout: expect.stringContaining('"failure"'),
    });
  });
});
