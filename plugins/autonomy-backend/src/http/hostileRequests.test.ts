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

function place(value: object) {
  return `cursor=${Buffer.from(JSON.stringify(value)).toString('base64url')}`;
}

const CHECKOUT = '/entities/component/default/checkout';

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
    [`/entities?${cursor('level', 2)}`, 200],
    [`/entities?${cursor('level', 1.5)}`, 400],
    [`/entities?${cursor('level', -1e300)}`, 400],
    [`/entities?${cursor('surplus', -1e300)}`, 200],
    [`/entities?${cursor('level', '1')}`, 400],
    [`/entities?${cursor('name', 1)}`, 400],
    [`/entities?${cursor('name', '\0')}`, 400],
    [`/entities?${cursor('name', '\ud800')}`, 200],
    [`/entities?${cursor('name', "' or 1=1 --")}`, 200],
    [`/entities?${cursor('body', 'a')}`, 400],
    [`/entities?${cursor('name', 'a', { visible: [] })}`, 400],
    ['/entities?mismatch=surplus&mismatch=both', 400],
    ['/entities?stale=maybe', 400],
    ['/entities?stale=true&stale=false', 400],
    ['/entities?readinessItem=%25', 200],
    ["/entities?readinessItem=' or 1=1 --", 200],
    ['/entities?readinessItem=', 400],
    ['/entities?readinessState=fail', 400],
    ['/entities?guardrail=__proto__', 200],
    ['/entities?guardrail=x&guardrailState=none', 400],
    ['/entities.csv?limit=1', 400],
    ['/entities.csv?orderBy=body', 400],
    ['/summary', 400],
    ['/summary?groupBy=body', 400],
    ['/summary?groupBy=owner&groupBy=tier', 400],
    ['/summary?groupBy=owner&limit=501', 400],
    ['/guardrails?groupBy=owner', 400],
    ["/guardrails?guardrail=' or 1=1 --", 200],
    ['/guardrails?level=5', 400],
    ['/trends?kind=owner&ref=%00', 400],
    ['/trends?kind=owner&ref=group:', 400],
    ['/trends?kind=owner&ref=nobody', 200],
    ['/trends?kind=organisation&ref=group:default/a', 400],
    [
      '/trends?kind=owner&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z',
      400,
    ],
    ['/trends?kind=owner&from=1970-01-01T00:00:00Z', 400],
    ['/trends?kind=owner&from=yesterday', 400],
    ['/trends?kind=owner&to=0000-01-01T00:00:00Z', 200],
    ['/activity?kind=level-promoted&kind=x', 400],
    ['/activity?cursor=x', 400],
    [`/activity?${place({ after: { at: 1.5, id: '1' } })}`, 400],
    [`/activity?${place({ after: { at: 1e15, id: "'" } })}`, 200],
    [`/activity?${place({ skip: 1e15 })}`, 200],
    ['/activity?owner=%25', 200],
    ['/exemptions?state=open', 400],
    ['/exemptions?entity=%25', 400],
    [`/exemptions?${place({ after: { requestedAt: 1.5, id: '1' } })}`, 400],
    [`/exemptions?${place({ after: { requestedAt: 1e15, id: "'" } })}`, 200],
    ['/objectives/domain/default/%00', 400],
    ['/objectives/component/default/checkout', 404],
    [`/objectives/domain/default/${'%25'.repeat(100)}`, 404],
    ['/needs?owner=group:default/a', 400],
    [`${CHECKOUT}/history?cursor=x`, 400],
    [`${CHECKOUT}/history?limit=201`, 400],
    [
      `${CHECKOUT}/history?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z`,
      400,
    ],
    [`${CHECKOUT}/history?to=2026-01-01`, 400],
    ['/entities/component/default/%00/history', 400],
    ['/readiness/component/default/checkout', 400],
    ['/readiness/group/default/nobody', 404],
    ['/readiness/GROUP/Default/Team-A', 200],
    [`/readiness/domain/default/${'%25'.repeat(100)}`, 404],
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

  it.each([
    ['null'],
    ['[]'],
    ['{}'],
    ['{"entityRefs":[]}'],
    ['{"entityRefs":"component:default/a"}'],
    ['{"entityRefs":[null]}'],
    ['{"entityRefs":["a\\u0000:b/c"]}'],
    ['{"entityRefs":["component:default/a"],"limit":1}'],
    [JSON.stringify({ entityRefs: Array(501).fill('component:default/a') })],
  ])('refuses to look up %.60s', async body => {
    const answer = await app.post('/entities/by-refs', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.name).toBe('InputError');
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
