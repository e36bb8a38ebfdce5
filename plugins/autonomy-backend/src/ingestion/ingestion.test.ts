import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { applyMigrations } from '../database';
import { loadPolicy } from '../scorecards';
import { createStores } from '../__testUtils__';
import { fact, incident, NOW, REF } from '../__testUtils__/reports';
import { createEvidenceGates } from '../createEvidenceGates';
import { FactDeclarations } from '../facts';
import type { EvidenceGate } from './EvidenceGate';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('ingestion on %s', databaseId => {
  async function setup() {
    const knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    const policy = await loadPolicy([]);
    const { records, stores } = createStores({ knex, policy });
    const touched: string[][] = [];
    const gates = createEvidenceGates({
      declarations: FactDeclarations.create(),
      delivering: [],
      clock: { now: async () => NOW },
      permissions: mockServices.permissions(),
      policy,
      records,
      stores,
      marks: { mark: async (_, refs) => void touched.push([...refs]) },
    });
    const put = async (gate: EvidenceGate, ...items: unknown[]) => {
      const credentials = mockCredentials.user();
      return (await gate.admit({ credentials })).ingest(items);
    };
    return { knex, put, stores, touched, gates };
  }

  it('stores facts once, lets older ones be history, and reads back what was sent', async () => {
    const { knex, put, stores, touched, gates } = await setup();
    const statuses = async (...items: unknown[]) =>
      (await put(gates.facts, ...items)).results.map(result => result.status);

    expect(await statuses(fact, fact)).toEqual(['stored', 'unchanged']);
    expect(await statuses(fact)).toEqual(['unchanged']);
    const earlier = { ...fact, facts: {}, collectedAt: '2026-06-01T09:00:00Z' };
    expect(await statuses(earlier)).toEqual(['stored']);
    expect(await statuses(earlier)).toEqual(['unchanged']);
    expect(await statuses({ ...fact, facts: { availability90d: 90 } })).toEqual(
      ['stored'],
    );
    expect(touched).toEqual([[REF], [], [REF], [], [REF]]);
    expect((await stores.facts.readFor([REF])).get(REF)).toEqual([
      {
        collector: 'slo',
        values: { availability90d: 90 },
        since: Date.parse(fact.collectedAt),
        collectedAt: Date.parse(fact.collectedAt),
        ttl: 2 * 86_400_000,
      },
    ]);
    await knex.destroy();
  });

  it('updates an incident and keeps when it was first heard of', async () => {
    const { knex, put, stores, touched, gates } = await setup();
    await put(gates.incidents, incident);
    await knex('incidents').update({ recorded_at: 5 });
    const over = {
      ...incident,
      resolvedAt: '2026-05-02T10:00:00Z',
      areas: ['operations', 'deployment', 'deployment'],
      review: {
        completedAt: '2026-05-03T10:00:00Z',
        actions: [{ title: 'Fix it' }],
      },
    };
    expect(await put(gates.incidents, over, over)).toMatchObject({
      stored: 1,
      unchanged: 1,
    });
    expect(touched[1]).toEqual([REF]);
    // Nobody moves it away by reporting it elsewhere.
    const moved = { ...over, entityRef: 'component:default/ledger' };
    expect(await put(gates.incidents, moved)).toMatchObject({ stored: 1 });
    expect(touched[2]).toEqual([]);
    expect((await stores.incidents.readFor([REF])).get(REF)).toEqual([
      expect.objectContaining({
        id: '1',
        source: 'pager',
        class: 'none',
        areas: ['deployment', 'operations'],
        startedAt: Date.parse('2026-05-01T08:00:00Z'),
        recordedAt: 5,
        updatedAt: NOW,
        review: {
          completedAt: Date.parse('2026-05-03T10:00:00Z'),
          actions: [{ title: 'Fix it' }],
        },
      }),
    ]);
    await knex.destroy();
  });

  it('stores deployments and coverage by their keys', async () => {
    const { knex, put, stores, gates } = await setup();
    const deployment = {
      id: 'd',
      source: 'ci',
      entityRef: REF,
      status: 'failed',
      finishedAt: '2026-05-01T10:00:00Z',
    };
    expect(
      await put(gates.deployments, deployment, {
        ...deployment,
        status: 'rolled-back',
      }),
    ).toMatchObject({ stored: 2 });
    expect((await stores.deployments.readFor([REF], 0)).get(REF)).toEqual([
      expect.objectContaining({
        status: 'rolled-back',
        area: 'deployment',
        recordedAt: NOW,
      }),
    ]);
    expect((await stores.deployments.readFor([REF], NOW)).size).toBe(0);

    const coverage = {
      source: 'pager',
      entityRef: REF,
      from: '2026-01-01T00:00:00Z',
      lastHeardAt: '2026-05-01T00:00:00Z',
    };
    await put(gates.coverage, coverage);
    expect(
      await put(
        gates.coverage,
        { ...coverage, lastHeardAt: '2026-06-01T00:00:00Z' },
        coverage,
      ),
    ).toMatchObject({ stored: 2 });
    expect(await put(gates.coverage, coverage)).toMatchObject({ unchanged: 1 });
    expect((await stores.coverage.readFor([REF])).get(REF)).toHaveLength(1);
    await knex.destroy();
  });

  it('takes a batch of 500 and two at once', async () => {
    const { knex, put, gates } = await setup();
    const many = Array.from({ length: 500 }, (_, n) => ({
      ...incident,
      id: `${n}`,
    }));
    const outcomes = await Promise.all([
      put(gates.incidents, ...many),
      put(gates.incidents, ...many.slice().reverse()),
    ]);
    for (const { rejected } of outcomes) {
      expect(rejected).toBe(0);
    }
    expect(await knex('incidents').count('* as n').first()).toMatchObject({
      n: expect.anything(),
    });
    expect(await knex('incidents')).toHaveLength(500);
    await knex.destroy();
  });
});
