import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { loadGovernance } from './governance.mjs';

const anchor = Date.parse('2026-03-01T12:00:00Z');
let folder;
let server;
let requests;
/** By method and URL; 404 where there is none. */
let answers;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'governance-'));
  requests = [];
  answers = {};
  server = createServer(async (req, res) => {
    const text = Buffer.concat(await req.toArray()).toString();
    const { method, url } = req;
    if (url === '/api/auth/sample/refresh') {
      const token = `token of ${req.headers['x-sample-user']}`;
      res.end(JSON.stringify({ backstageIdentity: { token } }));
      return;
    }
    const as = req.headers.authorization;
    const name = `${method} ${url.replace('/api/autonomy/v1/', '')}`;
    requests.push({ as, name, body: text && JSON.parse(text) });
    const [status, body] = answers[name] ?? [404, {}];
    res.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const load = (now = anchor) =>
  loadGovernance({
    folder,
    anchor,
    now,
    baseUrl: `http://127.0.0.1:${server.address().port}`,
  });
const file = (name, text) => writeFileSync(path.join(folder, name), text);
const writes = () => requests.filter(({ name }) => !name.startsWith('GET'));

const OBJECTIVE = `
kind: Objectives
items: [{ as: bo, domainRef: domain:default/a, statement: x, reviewAt: P1D }]
`;
const ENTITY = 'component:default/a';
const ASKED = `{ as: dana, entityRef: ${ENTITY}, checkId: c, expiresAt: P1D }`;

test('people say what they said as themselves', async () => {
  file('a.yaml', OBJECTIVE);
  file('b.yaml', `kind: ExemptionRequests\nitems: [${ASKED}]`);
  file('c.yaml', `kind: Attestations\nitems: [${ASKED}]`);
  answers = {
    'PUT objectives/domain/default/a': [200, {}],
    'POST attestations': [200, {}],
    'POST exemptions': [201, {}],
  };
  assert.deepEqual(await load(), { stored: 3, known: 0 });
  const said = {
    entityRef: ENTITY,
    checkId: 'c',
    expiresAt: '2026-03-02T12:00:00.000Z',
  };
  assert.deepEqual(writes(), [
    {
      as: 'Bearer token of bo',
      name: 'PUT objectives/domain/default/a',
      body: { statement: 'x', reviewAt: '2026-03-02T12:00:00.000Z' },
    },
    {
      as: 'Bearer token of dana',
      name: 'POST attestations',
      body: { items: [said] },
    },
    { as: 'Bearer token of dana', name: 'POST exemptions', body: said },
  ]);
});

test('what there is a record of is left alone', async () => {
  file('a.yaml', OBJECTIVE);
  file('b.yaml', `kind: ExemptionRequests\nitems: [${ASKED}]`);
  answers = {
    'GET objectives/domain/default/a': [200, { statement: 'another' }],
    [`GET exemptions?entity=${ENTITY}&limit=200`]: [
      200,
      { items: [{ checkId: 'c', state: 'withdrawn' }] },
    ],
  };
  assert.deepEqual(await load(), { stored: 0, known: 2 });
  assert.deepEqual(writes(), []);
});

test('what is over is not said any more', async () => {
  file('a.yaml', OBJECTIVE);
  assert.deepEqual(await load(anchor + 86_400_000), { stored: 0, known: 0 });
  assert.deepEqual(requests, []);
});

test('what is not accepted fails with file, item and answer', async () => {
  file('a.yaml', OBJECTIVE);
  answers = { 'PUT objectives/domain/default/a': [403, { error: 'no' }] };
  await assert.rejects(
    load(),
    /a\.yaml, items\[0\]: PUT .* answered 403: .*no/,
  );
});

test('a file of unknown kind fails with its name', async () => {
  file('a.yaml', 'kind: Facts\nitems: []');
  await assert.rejects(load(), /a\.yaml: 'kind' must be one of Objectives/);
});

test('a document is begun as a draft, and published where there is a note', async () => {
  const yaml = name => `kind: Scorecard\n      metadata: { name: ${name} }`;
  file(
    'a.yaml',
    `
kind: PolicyDocuments
items:
  - as: petra
    note: Because
    from: P1D
    yaml: |
      ${yaml('announced')}
  - as: petra
    yaml: |
      ${yaml('begun')}
  - as: petra
    yaml: |
      ${yaml('known')}
`,
  );
  answers = {
    'GET policy/drafts': [
      200,
      { items: [{ kind: 'scorecard', name: 'known' }] },
    ],
    'GET policy/versions': [200, { items: [] }],
    'POST policy/drafts': [201, { id: 'd', revision: 1 }],
    'POST policy/drafts/d/publish': [201, {}],
  };
  assert.deepEqual(await load(), { stored: 2, known: 1 });
  assert.deepEqual(
    writes().map(({ name }) => name),
    [
      'POST policy/drafts',
      'POST policy/drafts/d/publish',
      'POST policy/drafts',
    ],
  );
  assert.deepEqual(writes()[1].body, {
    effectiveFrom: '2026-03-02T12:00:00.000Z',
    note: 'Because',
    revision: 1,
  });
});

test('others say something to it, as themselves', async () => {
  file(
    'a.yaml',
    `
kind: Grants
items:
  - as: dana
    entityRef: ${ENTITY}
    area: budget
    votes: [{ as: bo, vote: approve, comment: yes }]
`,
  );
  file(
    'b.yaml',
    `
kind: Plans
items:
  - { as: dana, entityRef: ${ENTITY}, title: t, signatures: [{ as: bo, comment: c }] }
`,
  );
  answers = {
    'POST grants': [201, { proposalId: 'p' }],
    'POST proposals/p/votes': [200, {}],
    'POST plans': [201, { id: 'l', revision: 3 }],
    'POST plans/l/sign': [200, {}],
  };
  assert.deepEqual(await load(), { stored: 2, known: 0 });
  assert.deepEqual(
    writes().map(({ as, body, name }) => [name, as.slice(16), body]),
    [
      ['POST grants', 'dana', { entityRef: ENTITY, area: 'budget' }],
      ['POST proposals/p/votes', 'bo', { comment: 'yes', vote: 'approve' }],
      ['POST plans', 'dana', { entityRef: ENTITY, title: 't' }],
      ['POST plans/l/sign', 'bo', { comment: 'c', revision: 3 }],
    ],
  );
});

test('an audit is rated as recommended where nothing else is said, once', async () => {
  const ratings = side => `
kind: AuditRatings
items: [{ as: bo, side: ${side}, entityRef: ${ENTITY}, ratings: { budget: 2 } }]
`;
  file('a.yaml', ratings('board'));
  const audit = { id: 'u', rated: ['team'] };
  answers = {
    [`GET audits?entity=${ENTITY}&limit=1`]: [200, { items: [audit] }],
    'GET entities/component/default/a': [
      200,
      {
        rights: [
          { area: 'budget', recommended: 4 },
          { area: 'tooling', recommended: 5 },
        ],
      },
    ],
    'POST audits/u/ratings': [200, {}],
  };
  assert.deepEqual(await load(), { stored: 1, known: 0 });
  assert.deepEqual(writes()[0].body, { ratings: { budget: 2, tooling: 5 } });
  file('a.yaml', ratings('team'));
  assert.deepEqual(await load(), { stored: 0, known: 1 });
});
