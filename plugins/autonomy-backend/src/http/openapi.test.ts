import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { mapValues } from 'lodash';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';
import {
  compareAnswer as compare,
  mistakesIn,
  schemaOf,
} from '../__testUtils__/describedAnswers';
import { spec } from '../schema/openapi/generated/router';

const databases = TestDatabases.create();
jest.setTimeout(30_000);

const NOW = new Date().toISOString();
const REF = 'component:default/checkout';
const incident = {
  id: '1',
  source: 'pager',
  entityRef: REF,
  title: 'Down',
  severity: 'high',
  areas: ['deployment'],
  startedAt: NOW,
};
const coverage = {
  source: 'pager',
  entityRef: REF,
  from: '2026-01-01T00:00:00Z',
  lastHeardAt: NOW,
};
const fact = {
  entityRef: REF,
  collector: 'pipeline',
  facts: { shared: true },
  collectedAt: NOW,
};
const deployment = {
  id: '1',
  source: 'ci',
  entityRef: REF,
  status: 'succeeded',
  finishedAt: NOW,
};

const REPORTS = [
  ['/coverage', coverage],
  ['/facts', fact],
  ['/incidents', incident],
  ['/deployments', deployment],
] as const;

describe('openapi.yaml', () => {
  let app: AutonomyUnderTest;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    app = await startAutonomy({ knex });
    for (const [path, item] of REPORTS) {
      await app.post(path, { items: [item] });
    }
    await app.eventually(
      async () => (await app.get('/entities/component/default/checkout')).body,
      ({ trust }) =>
        JSON.stringify(trust).includes('"kind":"incident"') &&
        JSON.stringify(trust).includes('"kind":"reliable-time"'),
    );
  });
  afterAll(() => app.stop());

  it.each([
    ['/entities', '/entities', 200],
    ['/entities', '/entities?limit=1', 200],
    ['/entities', '/entities?limit=0', 400],
    [
      '/entities/{kind}/{namespace}/{name}',
      '/entities/component/default/checkout',
      200,
    ],
    [
      '/entities/{kind}/{namespace}/{name}',
      '/entities/component/default/search',
      200,
    ],
    [
      '/entities/{kind}/{namespace}/{name}',
      '/entities/component/default/nobody',
      404,
    ],
    [
      '/entities/{kind}/{namespace}/{name}/history',
      '/entities/component/default/checkout/history',
      200,
    ],
    [
      '/entities/{kind}/{namespace}/{name}/history',
      '/entities/component/default/nobody/history',
      404,
    ],
    ['/summary', '/summary?groupBy=domain', 200],
    ['/summary', '/summary?groupBy=tier&level=1', 200],
    ['/summary', '/summary', 400],
    ['/guardrails', '/guardrails', 200],
    ['/guardrails', '/guardrails?guardrailState=ok', 400],
    ['/trends', '/trends?kind=organisation', 200],
    ['/trends', '/trends?kind=organisation&ref=group:default/a', 400],
    ['/activity', '/activity', 200],
    ['/activity', '/activity?cursor=x', 400],
    ['/readiness', '/readiness', 200],
    [
      '/readiness/{kind}/{namespace}/{name}',
      '/readiness/group/default/team-a',
      200,
    ],
    [
      '/readiness/{kind}/{namespace}/{name}',
      '/readiness/group/default/nobody',
      404,
    ],
    ['/policy', '/policy', 200],
    ['/policy/facts', '/policy/facts', 200],
    ['/checks', '/checks?role=guardrails', 200],
    ['/checks', '/checks?role=other', 400],
    ['/incidents', '/incidents', 200],
    ['/incidents', '/incidents?cursor=x', 400],
    ['/incidents/{source}/{id}', '/incidents/pager/1', 200],
    ['/incidents/{source}/{id}', '/incidents/pager/2', 404],
    ['/deployments', '/deployments', 200],
    ['/deployments', '/deployments?cursor=x', 400],
    ['/attestations', `/attestations?entity=${REF}`, 200],
    ['/attestations', '/attestations?entity=component:default/nobody', 404],
    ['/exemptions', '/exemptions', 200],
    ['/exemptions', '/exemptions?cursor=x', 400],
    [
      '/objectives/{kind}/{namespace}/{name}',
      '/objectives/domain/default/payments',
      404,
    ],
    ['/needs', '/needs', 200],
  ])('describes the answer of GET %s (%s)', async (path, url, status) => {
    expect(compare('get', path, await app.get(url))).toEqual({
      status,
      mistakes: [],
    });
  });

  it.each(REPORTS)('describes the answer of POST %s', async (path, item) => {
    const answer = await app.post(path, { items: [item] });
    expect(compare('post', path, answer)).toEqual({
      status: 200,
      mistakes: [],
    });
  });

  it('describes what was, where there is some', async () => {
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    const columns = await knex('daily_roll_ups').columnInfo();
    await knex('daily_roll_ups')
      .insert({ ...mapValues(columns, () => 1), day, kind: 'owner', ref: '' })
      .onConflict(['day', 'kind', 'ref'])
      .merge();
    const event = {
      at: now,
      cause: 'policy',
      kind: 'guardrail-changed',
      checkId: 'a',
      to: 'ok',
      reasons: [{ kind: 'check', ref: 'a' }],
    };
    await knex('evaluation_events').insert({
      id: 'a',
      entity_ref: REF,
      at: now,
      recorded_at: now,
      policy_version: '1',
      kind: event.kind,
      cause: event.cause,
      event: JSON.stringify(event),
    });
    const trends = await app.get('/trends?kind=owner');
    expect(trends.body.days).toHaveLength(1);
    const activity = await app.get('/activity');
    expect(activity.body.items).not.toEqual([]);
    const history = await app.get(
      '/entities/component/default/checkout/history',
    );
    expect(history.body.events).not.toEqual([]);
    expect(history.body.points).not.toEqual([]);
    for (const [path, answer] of [
      ['/trends', trends],
      ['/activity', activity],
      ['/entities/{kind}/{namespace}/{name}/history', history],
    ] as const) {
      expect([path, compare('get', path, answer)]).toEqual([
        path,
        { status: 200, mistakes: [] },
      ]);
    }
  });

  it('describes the answers to a look and to a refresh', async () => {
    const entityRefs = [REF, 'component:default/nobody'];
    const url = '/entities/component/default/checkout/refresh';
    for (const [path, answer] of [
      [
        '/entities/by-refs',
        await app.post('/entities/by-refs', { entityRefs }),
      ],
      ['/entities/{kind}/{namespace}/{name}/refresh', await app.post(url, '')],
    ] as const) {
      expect([path, compare('post', path, answer)]).toEqual([
        path,
        { status: 200, mistakes: [] },
      ]);
    }
  });

  it('describes the answers to owners', async () => {
    app.ownership = ['group:default/team-a'];
    const answer = {
      entityRef: REF,
      checkId: 'tracing',
      answer: 'no',
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const attested = await app.post('/attestations', { items: [answer] });
    const [{ id }] = attested.body.results;
    const listed = await app.get(`/attestations?entity=${REF}`);
    expect(listed.body.items).toHaveLength(1);
    for (const [method, path, sent] of [
      ['post', '/attestations', attested],
      ['get', '/attestations', listed],
      [
        'post',
        '/attestations/{id}/withdraw',
        await app.post(`/attestations/${id}/withdraw`, {}),
      ],
      [
        'post',
        '/deployments/{source}/{id}/review',
        await app.post('/deployments/ci/1/review', {}),
      ],
    ] as const) {
      expect([path, compare(method, path, sent)]).toEqual([
        path,
        { status: 200, mistakes: [] },
      ]);
    }
  });

  it('describes what is asked of boards, and what they say', async () => {
    app.ownership = ['group:default/team-a'];
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const reason = 'The new collector comes in May';
    const request = { entityRef: REF, checkId: 'tracing', expiresAt, reason };
    const asked = await app.post('/exemptions', request);
    await knex('objectives').insert({
      domain_ref: 'domain:default/payments',
      statement: 'Everybody can pay',
      measures: '[{"title":"a","target":"b","current":"c","measuredAt":1}]',
      owner_ref: 'group:default/team-a',
      review_at: 1,
      updated_at: 1,
      updated_by: 'user:default/bo',
    });
    const withdrawn = await app.post(
      `/exemptions/${asked.body.id}/withdraw`,
      {},
    );
    for (const [method, path, sent, status] of [
      ['post', '/exemptions', asked, 201],
      ['post', '/exemptions', await app.post('/exemptions', {}), 400],
      ['post', '/exemptions/{id}/withdraw', withdrawn, 200],
      ['get', '/exemptions', await app.get('/exemptions'), 200],
      [
        'get',
        '/objectives/{kind}/{namespace}/{name}',
        await app.get('/objectives/domain/default/payments'),
        200,
      ],
      ['get', '/needs', await app.get('/needs'), 200],
    ] as const) {
      expect([path, compare(method, path, sent)]).toEqual([
        path,
        { status, mistakes: [] },
      ]);
    }
  });

  it('describes the documents of the policy, their drafts and versions', async () => {
    const yaml = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: own, title: Own }
spec:
  role: guardrails
  checks:
    - { id: own, title: Own, areas: [deployment], expression: a.b }
`;
    const draft = await app.post('/policy/drafts', { yaml });
    const { id } = draft.body;
    const read = await app.get(`/policy/drafts/${id}`);
    const drafts = await app.get('/policy/drafts');
    const published = await app.post(`/policy/drafts/${id}/publish`, {
      revision: 1,
      note: 'Now',
    });
    const { number } = published.body;
    for (const [method, path, sent, status] of [
      ['post', '/policy/drafts', draft, 201],
      ['get', '/policy/drafts', drafts, 200],
      ['get', '/policy/drafts/{id}', read, 200],
      ['post', '/policy/drafts/{id}/publish', published, 201],
      ['post', '/policy/drafts', await app.post('/policy/drafts', {}), 400],
      ['get', '/policy/documents', await app.get('/policy/documents'), 200],
      [
        'get',
        '/policy/documents/{kind}/{name}',
        await app.get('/policy/documents/scorecard/own'),
        200,
      ],
      ['get', '/policy/versions', await app.get('/policy/versions'), 200],
      [
        'get',
        '/policy/versions/{number}',
        await app.get(`/policy/versions/${number}`),
        200,
      ],
      ['get', '/policy/starters', await app.get('/policy/starters'), 200],
      [
        'post',
        '/policy/validate',
        await app.post('/policy/validate', { yaml: 'a: [' }),
        200,
      ],
      [
        'post',
        '/policy/import',
        await app.post('/policy/import', { yaml }),
        200,
      ],
      [
        'post',
        '/policy/documents/{kind}/{name}/retire',
        await app.post('/policy/documents/scorecard/own/retire', {
          note: 'Away',
          newest: number,
        }),
        201,
      ],
      [
        'post',
        '/policy/versions/{number}/withdraw',
        await app.post(`/policy/versions/${number}/withdraw`, { note: 'No' }),
        409,
      ],
    ] as const) {
      expect([path, compare(method, path, sent)]).toEqual([
        path,
        { status, mistakes: [] },
      ]);
    }
  });

  it.each([
    [207, [incident, {}]],
    [400, [{}]],
    [400, []],
  ])('describes the answer %d to a batch', async (status, items) => {
    const answer = await app.post('/incidents', { items });
    expect(compare('post', '/incidents', answer)).toEqual({
      status,
      mistakes: [],
    });
  });

  it('describes the answer to those who may not report', async () => {
    app.permissions.authorize.mockResolvedValueOnce([{ result: 'DENY' }]);
    const answer = await app.post('/incidents', { items: [incident] });
    expect(compare('post', '/incidents', answer)).toEqual({
      status: 403,
      mistakes: [],
    });
  });

  it('has examples of what it describes', () => {
    const examples: { at: string; mistakes: unknown[] }[] = [];
    const visit = (node: any, at: string) => {
      if (node.schema && node.example !== undefined) {
        const $ref = encodeURI(`spec#${at}/schema`);
        examples.push({ at, mistakes: mistakesIn($ref, node.example) });
      }
      for (const [key, inner] of Object.entries(node)) {
        if (inner && typeof inner === 'object') {
          visit(inner, `${at}/${key.replaceAll('/', '~1')}`);
        }
      }
    };
    visit(spec.paths, '/paths');
    expect(examples.length).toBeGreaterThan(8);
    expect(examples.filter(({ mistakes }) => mistakes.length > 0)).toEqual([]);
  });

  it('would notice an answer that it does not describe', async () => {
    const { body } = await app.get('/entities/component/default/checkout');
    const $ref = schemaOf('get', '/entities/{kind}/{namespace}/{name}', 200);
    expect(mistakesIn($ref, body)).toEqual([]);
    body.level.level = 5;
    expect(mistakesIn($ref, body)).not.toEqual([]);
  });
});
