import { startServer, type GivenAnswer } from '../__testUtils__/startServer';
import { Failure } from '../Failure';
import { BackendClient } from './BackendClient';
import { readRetryAfter } from './retry';

/** Posts to a server that gives these answers in turn. */
async function post(
  answers: (GivenAnswer | undefined)[],
  options: { retries?: number; timeout?: number } = {},
) {
  const server = await startServer((_, count) => answers[count - 1]);
  const notes: string[] = [];
  const client = BackendClient.create({
    url: `${server.url}/base/`,
    token: 'secret',
    retries: 3,
    timeout: 10_000,
    firstWait: 1,
    onRetry: note => notes.push(note),
    ...options,
  });
  try {
    const outcome = await client
      .post('/incidents', { items: [1] })
      .catch(error => error);
    return { notes, outcome, requests: server.requests };
  } finally {
    await server.stop();
  }
}

const OK: GivenAnswer = { body: { done: true } };
const answered = { status: 200, body: { done: true } };

describe('a request', () => {
  it('says who asks, for what', async () => {
    const { outcome, requests } = await post([OK]);
    expect(outcome).toEqual(answered);
    expect(requests).toEqual([
      {
        method: 'POST',
        url: '/base/api/autonomy/v1/incidents',
        headers: expect.objectContaining({
          authorization: 'Bearer secret',
          'content-type': 'application/json',
        }),
        body: { items: [1] },
      },
    ]);
  });

  it('is repeated as it was while it fails in a way that may pass', async () => {
    const { notes, outcome, requests } = await post([
      { status: 503, headers: { 'retry-after': '0' } },
      { hangUp: true },
      { status: 429, body: { error: { message: 'slower' } } },
      OK,
    ]);
    expect(outcome).toEqual(answered);
    expect(requests.map(({ body }) => body)).toEqual(
      Array(4).fill({ items: [1] }),
    );
    expect(notes).toHaveLength(3);
    expect(notes[2]).toMatch(/incidents answered 429: slower$/);
  });

  it('fails in the end', async () => {
    for (const status of [429, 500, 502]) {
      const { outcome, requests } = await post(Array(5).fill({ status }));
      expect(outcome).toBeInstanceOf(Failure);
      expect(outcome).toMatchObject({
        reason: 'backend',
        message: expect.stringContaining(`answered ${status}`),
      });
      expect(requests).toHaveLength(4);
    }
  });

  it('does not wait for ever', async () => {
    const { outcome } = await post([undefined], { timeout: 50, retries: 0 });
    expect(outcome).toMatchObject({
      reason: 'backend',
      message: expect.stringContaining('timeout'),
    });
    const tomorrow = await post([
      { status: 503, headers: { 'retry-after': '86400' } },
    ]);
    expect(tomorrow.outcome).toMatchObject({ reason: 'backend' });
    expect(tomorrow.requests).toHaveLength(1);
  });

  it.each([
    [401, {}, 'not-authorised'],
    [
      403,
      { error: { message: 'The permission x is needed' } },
      'not-authorised',
    ],
    [400, { error: { message: 'not this' } }, 'input'],
    [404, '<html>', 'input'],
    [413, '', 'input'],
    [302, '', 'input'],
    [200, '<html>', 'input'],
  ])('is not repeated after %d %j', async (status, body, reason) => {
    const { outcome, requests } = await post([
      { status, body, headers: { location: 'http://127.0.0.1:1/' } },
    ]);
    expect(outcome).toMatchObject({ reason });
    expect(outcome.message).toContain(`answered ${status}`);
    expect(outcome.message).not.toContain('secret');
    expect(requests).toHaveLength(1);
  });

  it('brings nothing into the terminal that does not belong there', async () => {
    const message = `\u001b[2Jgone\r\n\u009b8m${'x'.repeat(1_000)}`;
    const spoilt = { error: { message } };
    const { notes, outcome } = await post([
      { status: 503, body: spoilt },
      { status: 404, body: message },
    ]);
    for (const shown of [...notes, outcome.message]) {
      expect(shown).toMatch(/ answered \d+: \[2Jgone 8mx+…/);
      expect(shown).not.toMatch(/\p{Cc}/u);
      expect(shown.length).toBeLessThan(700);
    }
    expect(notes).toHaveLength(1);
  });

  it('is understood where every item is rejected', async () => {
    const body = { error: {}, results: [{}] };
    const { outcome } = await post([{ status: 400, body }]);
    expect(outcome).toEqual({ status: 400, body });
  });
});

it.each([
  [null, 0],
  ['', 0],
  ['soon', 0],
  ['-1', 0],
  [' 7 ', 7_000],
  ['Thu, 01 Jan 1970 00:00:09 GMT', 8_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
])('Retry-After: %j means %d ms', (header, pause) => {
  expect(readRetryAfter(header, 1_000)).toBe(pause);
});
