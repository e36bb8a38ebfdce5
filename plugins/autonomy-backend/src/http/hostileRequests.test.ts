import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const NOW = new Date().toISOString();
const fact = {
  entityRef: 'component:default/checkout',
  collector: 'x',
  facts: { a: 1 },
  collectedAt: NOW,
};
const nested = (depth: number) =>
  `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

function cursor(by: string, value: unknown, more: object = {}) {
  const from = { value, entityRef: 'component:default/a' };
  const order = { by, direction: 'asc' };
  return `cursor=${Buffer.from(
    JSON.stringify({ order, from, backwards: false, ...more }),
  ).toString('base64url')}`;
}

describe.each(databases.eachSupportedId())('hostile requests on %s', id => {
  let app: AutonomyUnderTest;

  beforeAll(async () => {
    app = await startAutonomy({ knex: await databases.init(id) });
  });
  afterAll(() => app.stop());

  it.each([
    ['/entities?text=%00', 400],
    ['/entities?type=%00&type=b', 400],
    ['/entities?owner=group:default/%00', 400],
    ['/entities/component/default/%00', 400],
    ['/entities/component/default/%ff', 400],
    ['/entities/component/default/a%2Fb', 404],
    ['/entities/component/default/a:b', 404],
    [`/entities/component/default/${'x'.repeat(5_000)}`, 404],
    ['/entities?limit=1&limit=2', 400],
    ['/entities?text=a&text=b', 400],
    ['/entities?text[a]=b', 400],
    ['/entities?kind[$ne]=b', 400],
    ['/entities?constructor=1', 400],
    ['/entities?__proto__[limit]=1', 200],
    ['/entities?tier=1.5', 400],
    ['/entities?minReadiness=NaN', 400],
    ['/entities?minReadiness=1e999', 200],
    [`/entities?${'kind=a&'.repeat(51)}`, 400],
    ['/entities?orderBy=body', 400],
    ['/ENTITIES?orderBy=body', 400],
    ['/entities/?orderBy=body', 400],
    ['/entities?text=%25', 200],
    ['/entities?text=%5C', 200],
    [`/entities?${cursor('level', 1.5)}`, 200],
    [`/entities?${cursor('level', -1e300)}`, 200],
    [`/entities?${cursor('level', '1')}`, 400],
    [`/entities?${cursor('name', 1)}`, 400],
    [`/entities?${cursor('name', '\0')}`, 400],
    [`/entities?${cursor('name', '\ud800')}`, 200],
    [`/entities?${cursor('name', "' or 1=1 --")}`, 200],
    [`/entities?${cursor('body', 'a')}`, 400],
    [`/entities?${cursor('name', 'a', { visible: [] })}`, 400],
  ])('GET %s -> %d', async (path, status) => {
    const answer = await app.get(path);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toMatch(/\b(select|where)\b/i);
  });

  it('answers to no method but those that are documented', async () => {
    for (const [method, status] of [
      ['head', 405],
      ['put', 404],
      ['patch', 404],
      ['delete', 404],
    ] as const) {
      const answer = await request(app.server)
        [method]('/api/autonomy/v1/entities?kind=component')
        .set('authorization', mockCredentials.user.header());
      expect([method, answer.status]).toEqual([method, status]);
    }
  });

  it.each([
    ['{', 400],
    ['null', 400],
    ['"x"', 400],
    [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400],
    ['{"__proto__":{"items":[1]}}', 400],
    ['{"items":[{}],"__proto__":{"x":1}}', 400],
    [`{"items":[${nested(10_000)}]}`, 400],
    [
      `{"items":[${JSON.stringify(fact).replace('{"a":1}', nested(10_000))}]}`,
      400,
    ],
    [
      `{"items":[${JSON.stringify(fact).replace(
        '{"a":1}',
        '{"a":-0,"b":1e-400,"c":12345678901234567890,"d":"\\u0000\\ud800"}',
      )}]}`,
      200,
    ],
    [gzipSync(`${' '.repeat(50_000_000)}{}`), 413],
  ])('POST %.40s -> %d', async (body, status) => {
    const isZipped = Buffer.isBuffer(body) && body[0] === 0x1f;
    const answer = await request(app.server)
      .post('/api/autonomy/v1/facts')
      .set('authorization', mockCredentials.user.header())
      .set('content-type', 'application/json')
      .set(isZipped ? { 'content-encoding': 'gzip' } : {})
      .serialize(sent => sent as any)
      .send(body as any);
    expect(answer.status).toBe(status);
    expect(answer.body.error ?? {}).not.toHaveProperty('body');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'refuses a body of type %s',
    async type => {
      const answer = await request(app.server)
        .post('/api/autonomy/v1/facts')
        .set('authorization', mockCredentials.user.header())
        .set('content-type', type)
        .send(JSON.stringify({ items: [fact] }));
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/unsupported media type/);
    },
  );

  it('stores each of two concurrent identical batches once, in any order', async () => {
    const items = Array.from({ length: 500 }, (_, n) => ({
      ...fact,
      entityRef: `component:default/s${n}`,
    }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        app.post('/facts', { items: n % 2 ? items : items.slice().reverse() }),
      ),
    );
    for (const { body, status } of answers) {
      expect([status, body.rejected]).toEqual([200, 0]);
    }
    expect((await app.post('/facts', { items })).body).toMatchObject({
      unchanged: 500,
    });
  });
});
