import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { loadEvidence } from './load.mjs';

const anchor = Date.parse('2026-03-01T12:00:00Z');
let folder;
let server;
let requests;
let answer;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'evidence-'));
  requests = [];
  server = createServer(async (req, res) => {
    const chunks = await req.toArray();
    requests.push({ req, text: Buffer.concat(chunks).toString() });
    const [status, body] = answer(itemsOf(requests.at(-1)));
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

const load = () =>
  loadEvidence({
    folder,
    anchor,
    baseUrl: `http://127.0.0.1:${server.address().port}`,
    token: 'secret',
  });
const itemsOf = ({ text }) => Object.values(JSON.parse(text))[0];
const file = (name, text) => writeFileSync(path.join(folder, name), text);
const stored = items => [
  200,
  { stored: items.length, unchanged: 0, rejected: 0, results: [] },
];

test('every list is loaded as history, coverage first', async () => {
  file('a.yaml', 'kind: Incidents\nitems: [{ id: i1, startedAt: -P1D }]');
  file('b.yaml', 'kind: Coverage\nitems: [{ from: -P30D }]');
  file('c.yaml', 'kind: Facts\nitems: [{ n: 1 }]');
  answer = stored;

  assert.deepEqual(await load(), { stored: 3, unchanged: 0 });
  assert.deepEqual(
    requests.map(({ req, text }) => [req.url, Object.keys(JSON.parse(text))]),
    [
      ['/api/autonomy/v1/coverage', ['items']],
      ['/api/autonomy/v1/backfill', ['facts']],
      ['/api/autonomy/v1/backfill', ['incidents']],
    ],
  );
  assert.equal(requests[0].req.headers.authorization, 'Bearer secret');
  assert.match(requests[2].text, /"startedAt":"2026-02-28T12:00:00.000Z"/);
});

test('a second load sends the same bytes', async () => {
  file(
    'a.yaml',
    'kind: Facts\nitems: [{ collectedAt: -PT5M, facts: { a: 1 } }]',
  );
  answer = stored;
  await load();
  await load();
  assert.equal(requests[0].text, requests[1].text);
});

test('large lists go in batches', async () => {
  file('a.yaml', `kind: Facts\nitems: [${'{ n: 1 },'.repeat(1100)}]`);
  answer = stored;
  assert.deepEqual(await load(), { stored: 1100, unchanged: 0 });
  assert.equal(requests.length, 3);
});

test('facts go in the order in which they were reported, those of all files together', async () => {
  file(
    'a.yaml',
    `
kind: Facts
reported: { every: P2D, for: P2D }
items: [{ collectedAt: -P1D, facts: { a: 1 } }]
`,
  );
  file(
    'b.yaml',
    'kind: Facts\nitems: [{ collectedAt: -P2D, facts: { b: 1 } }]',
  );
  answer = stored;
  await load();
  assert.deepEqual(
    itemsOf(requests[0]).map(({ facts }) => facts),
    [{ a: 1 }, { b: 1 }, { a: 1 }],
  );
});

test('a rejected item fails with file, item and field', async () => {
  file('a.yaml', 'kind: Facts\nitems: [{ n: 1 }, { n: 2 }]');
  const error = { field: 'values', message: 'is missing' };
  answer = () => [
    200,
    {
      stored: 1,
      unchanged: 0,
      rejected: 1,
      results: [
        { index: 0, status: 'stored' },
        { index: 1, status: 'rejected', error },
      ],
    },
  ];
  await assert.rejects(load, /a\.yaml, items\[1\], field 'values': is missing/);
});

test('a refused batch fails with what the server said', async () => {
  file('a.yaml', 'kind: Facts\nitems: [{ n: 1 }]');
  answer = () => [403, { error: 'not allowed' }];
  await assert.rejects(load, /answered 403: .*not allowed/);
});

test('merge keys take what is shared', async () => {
  file(
    'a.yaml',
    `
kind: Facts
shared:
  known: &known { collector: slo, collectedAt: -P1D }
items:
  - { <<: *known, entityRef: component:default/a }
`,
  );
  answer = stored;
  await load();
  assert.deepEqual(itemsOf(requests[0]), [
    {
      collector: 'slo',
      collectedAt: '2026-02-28T12:00:00.000Z',
      entityRef: 'component:default/a',
    },
  ]);
});

test('a file of unknown kind or without items fails with its name', async () => {
  file('a.yaml', 'kind: Fact\nitems: []');
  await assert.rejects(load, /a\.yaml: 'kind' must be one of .*'Fact'/);
  file('a.yaml', 'kind: Facts');
  await assert.rejects(load, /a\.yaml: 'items' must be a list/);
});
