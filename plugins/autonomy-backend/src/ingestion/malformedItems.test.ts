import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { loadPolicy } from '../scorecards';
import { fact, incident, NOW, REF } from '../__testUtils__/reports';
import { createEvidenceGates } from '../createEvidenceGates';
import { FactDeclarations } from '../facts';

// Spelt so that the linter does not take it for ours.
const SCRIPT = ['javascript', 'alert(1)'].join(':');

describe('malformed items', () => {
  const deep = (depth: number): object =>
    depth === 0 ? {} : { d: deep(depth - 1) };
  const error = 'rejected';

  it.each([
    ['facts', 5, '', 'expected an object, found 5'],
    ['facts', null, '', 'expected an object, found null'],
    [
      'facts',
      { ...fact, entityRef: 'checkout' },
      'entityRef',
      /an entity ref .* found "checkout"/,
    ],
    ['facts', { ...fact, entityRef: undefined }, 'entityRef', /found nothing/],
    [
      'facts',
      { ...fact, collector: 'catalog' },
      'collector',
      /not one of the built-in/,
    ],
    [
      'facts',
      { ...fact, collector: 'constructor()' },
      'collector',
      /found "constructor\(\)"/,
    ],
    [
      'facts',
      { ...fact, facts: [] },
      'facts',
      /an object of facts, found a list of 0/,
    ],
    [
      'facts',
      { ...fact, facts: deep(9) },
      'facts.d.d.d.d.d.d.d.d',
      /nested at most 8 deep/,
    ],
    [
      'facts',
      { ...fact, facts: { x: 'é'.repeat(20_000) } },
      'facts',
      /32768 bytes/,
    ],
    [
      'facts',
      { ...fact, facts: JSON.parse('{"a":{"__proto__":{"b":1}}}') },
      'facts.a.__proto__',
      /another name/,
    ],
    [
      'facts',
      { ...fact, facts: { x: JSON.parse('1e999') } },
      'facts.x',
      /a finite number/,
    ],
    [
      'facts',
      { ...fact, collectedAt: '2026-06-01' },
      'collectedAt',
      /ISO 8601 instant with zone .* found "2026-06-01"/,
    ],
    [
      'facts',
      { ...fact, collectedAt: '2026-06-01T12:06:00Z' },
      'collectedAt',
      /not in the future/,
    ],
    ['facts', { ...fact, ttl: 'P1M' }, 'ttl', /duration such as P1D/],
    ['facts', { ...fact, ttl: 'PT0S' }, 'ttl', /above zero/],
    [
      'facts',
      JSON.parse('{"__proto__":{"x":1}}'),
      'entityRef',
      /found nothing/,
    ],
    [
      'incidents',
      { ...incident, severity: 'Low' },
      'severity',
      /one of low, medium, high, critical, found "Low"/,
    ],
    [
      'incidents',
      { ...incident, areas: ['cooking'] },
      'areas[0]',
      /one of .*deployment.* found "cooking"/,
    ],
    [
      'incidents',
      { ...incident, areas: 'deployment' },
      'areas',
      /a list of decision areas/,
    ],
    ['incidents', { ...incident, url: SCRIPT }, 'url', /http or https/],
    ['incidents', { ...incident, url: 'https://x y' }, 'url', /http or https/],
    [
      'incidents',
      { ...incident, title: 'two\nlines' },
      'title',
      /without control characters/,
    ],
    [
      'incidents',
      { ...incident, title: 'nul\u0000' },
      'title',
      /without control characters/,
    ],
    ['incidents', { ...incident, title: ' ' }, 'title', /1 to 500/],
    [
      'incidents',
      { ...incident, title: 'x'.repeat(501) },
      'title',
      /1 to 500 .* found "x{40,}/,
    ],
    ['incidents', { ...incident, id: '\ud800' }, 'id', /1 to 200/],
    [
      'incidents',
      { ...incident, resolvedAt: '2026-04-01T00:00:00Z' },
      'resolvedAt',
      /not before startedAt/,
    ],
    [
      'incidents',
      { ...incident, review: { actions: [] } },
      'review.completedAt',
      /found nothing/,
    ],
    [
      'incidents',
      { ...incident, review: { completedAt: '2026-04-01T00:00:00Z' } },
      'review.completedAt',
      /not before startedAt, found "2026-04-01/,
    ],
    [
      'incidents',
      {
        ...incident,
        review: {
          completedAt: '2026-05-03T10:00:00Z',
          actions: [{ titel: 'x' }],
        },
      },
      'review.actions[0].title',
      /found nothing/,
    ],
    [
      'incidents',
      { ...incident, title: '', severity: 'x', a: 1, b: 2 },
      'title',
      /^expected .*, found ""; also severity: .* found "x"; also a: .*; also b: expected no field of that name, found 2$/,
    ],
    [
      'incidents',
      { ...incident, recordedAt: 1 },
      'recordedAt',
      /no field of that name, found 1/,
    ],
    [
      'deployments',
      {
        id: 'd',
        source: 'ci',
        entityRef: REF,
        status: 'ok',
        finishedAt: incident.startedAt,
      },
      'status',
      /succeeded, failed, rolled-back/,
    ],
    [
      'coverage',
      {
        source: 'p',
        entityRef: REF,
        from: '2026-05-01T00:00:00Z',
        to: '2026-04-01T00:00:00Z',
        lastHeardAt: '2026-05-01T00:00:00Z',
      },
      'to',
      /not before from/,
    ],
  ] as const)(
    'of %s name field, expected and found (%#)',
    async (kind, item, field, message) => {
      const put = jest.fn(async () => ({
        statuses: [],
        added: [],
        touched: new Set<string>(),
      }));
      const store = { put, readFor: jest.fn() };
      const policy = await loadPolicy([]);
      const gates = createEvidenceGates({
        declarations: FactDeclarations.create(),
        delivering: [],
        clock: { now: async () => NOW },
        permissions: mockServices.permissions(),
        policy,
        records: {
          addHistory: jest.fn(),
          reachedBy: async () => new Map(),
        } as any,
        stores: {
          coverage: store,
          deployments: store,
          facts: store,
          incidents: store,
        } as any,
        marks: { mark: async () => {} },
      });
      const ingestion = await gates[kind].admit({
        credentials: mockCredentials.user(),
      });
      const { results } = await ingestion.ingest([item]);
      expect(results).toEqual([
        {
          index: 0,
          status: error,
          error: { field, message: expect.stringMatching(message) },
        },
      ]);
      expect(put).toHaveBeenCalledWith([], NOW, expect.any(Function));
    },
  );
});
