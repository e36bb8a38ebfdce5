import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { CollectorSettings } from '../config';
import { createEvidenceGates } from '../createEvidenceGates';
import { loadPolicy } from '../scorecards';
import { fact, NOW } from '../__testUtils__/reports';
import { FactDeclarations } from './FactDeclarations';

const installed = [
  { id: 'backups', schema: { encrypted: 'boolean' } as const },
];
const settings = new Map<string, CollectorSettings>([
  [
    'slo',
    {
      enabled: true,
      ttl: 60_000,
      schema: { availability90d: 'number', 'measured.at': 'instant' },
      pushedBy: ['ci', 'user:default/ann'],
    },
  ],
  ['closed', { enabled: true, pushedBy: [] }],
]);
const { collectedAt, entityRef } = fact;
const slo = (facts: object) => ({
  entityRef,
  collector: 'slo',
  facts,
  collectedAt,
});

async function setup() {
  const stored: any[] = [];
  const policy = await loadPolicy([]);
  const gates = createEvidenceGates({
    clock: { now: async () => NOW },
    declarations: FactDeclarations.create({ installed, settings }),
    delivering: [],
    permissions: mockServices.permissions(),
    policy,
    records: { addHistory: jest.fn(), reachedBy: async () => new Map() } as any,
    stores: {
      facts: {
        put: async (items: any[]) => {
          stored.push(...items);
          return {
            statuses: items.map(() => 'stored'),
            added: items.map(() => true),
            touched: new Set(),
          };
        },
      },
    } as any,
    marks: { mark: async () => {} },
  });
  const push = async (credentials: any, ...items: unknown[]) => {
    const ingestion = await gates.facts.admit({ credentials });
    const { results } = await ingestion.ingest(items);
    return results.map(({ error, status }) => error ?? status);
  };
  return { push, stored };
}

const ci = mockCredentials.service('ci');

describe('pushed facts', () => {
  it('are stored where they are as declared, with a ttl within the one that is set', async () => {
    const { push, stored } = await setup();
    const facts = { availability90d: 1, measured: { at: collectedAt } };
    const items = [
      slo(facts),
      { ...slo({}), ttl: 'PT30S' },
      { ...slo({}), ttl: 'P365D' },
      { ...slo({ whatever: 1 }), collector: 'others' },
      { ...slo({}), collector: 'others', ttl: 'P2D' },
    ];
    expect(await push(ci, ...items)).toEqual(Array(5).fill('stored'));
    expect(stored.map(({ ttl }) => ttl)).toEqual([
      60_000,
      30_000,
      60_000,
      86_400_000,
      2 * 86_400_000,
    ]);
    expect(
      await push(mockCredentials.user('user:default/ann'), slo({})),
    ).toEqual(['stored']);
  });

  it('are refused one by one where they are not as declared', async () => {
    const { push } = await setup();
    expect(
      await push(
        ci,
        slo({ availability90d: '99.9 %' }),
        slo({ measured: { at: '2026-06-01' } }),
        slo({ availability: 1 }),
        slo({ availability90d: 1 }),
      ),
    ).toEqual([
      {
        field: 'facts.availability90d',
        message: 'expected a number, found "99.9 %"',
      },
      {
        field: 'facts.measured.at',
        message: expect.stringMatching(
          /^expected an ISO 8601 instant with zone/,
        ),
      },
      {
        field: 'facts.availability',
        message:
          'expected no fact of that name (did you mean availability90d?), found 1',
      },
      'stored',
    ]);
  });

  it.each([
    ['another service', mockCredentials.service('other'), 'other'],
    ['a plugin', mockCredentials.service('plugin:ci'), 'plugin:ci'],
    [
      'another user',
      mockCredentials.user('user:default/ci'),
      'user:default/ci',
    ],
  ])('are refused from %s', async (_, credentials, caller) => {
    const { push } = await setup();
    const others = { ...slo({}), collector: 'others' };
    expect(await push(credentials, slo({ x: 1 }), others)).toEqual([
      {
        field: 'collector',
        message: `expected a collector that ${caller} may push to, found "slo"`,
      },
      'stored',
    ]);
  });

  it('are refused from everybody where a module collects, or nobody is named', async () => {
    const { push } = await setup();
    const backups = { ...slo({ encrypted: true }), collector: 'backups' };
    expect(
      await push(ci, backups, { ...backups, collector: 'closed' }),
    ).toEqual([
      {
        field: 'collector',
        message:
          'expected a collector that is not installed here, for its own facts are collected, found "backups"',
      },
      {
        field: 'collector',
        message: 'expected a collector that ci may push to, found "closed"',
      },
    ]);
  });
});

describe('FactDeclarations', () => {
  it('know the schemas of modules and of the configuration', () => {
    expect(FactDeclarations.create({ installed, settings }).schemas()).toEqual({
      backups: installed[0].schema,
      slo: settings.get('slo')!.schema,
    });
  });

  const enabled = true;
  const schedule = { frequency: { hours: 1 }, timeout: { hours: 1 } };
  it.each([
    ['backups', { enabled, schema: {} }, 'backups.schema'],
    ['backups', { enabled, pushedBy: [] }, 'backups.pushedBy'],
    ['backup', { enabled, schedule }, 'backup.schedule'],
    ['backup', { enabled: false }, 'backup.enabled'],
  ])('refuse what has no effect on %s: %j', (name, own, path) => {
    const create = () =>
      FactDeclarations.create({ installed, settings: new Map([[name, own]]) });
    expect(create).toThrow(
      `Invalid configuration at autonomy.facts.collectors.${path}: `,
    );
  });
});
