import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../database';
import { DatabaseAttestationsStore } from './DatabaseAttestationsStore';
import type { SignedAttestation } from './types';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const NOW = Date.parse('2026-06-01T12:00:00Z');
const CHECKOUT = 'component:default/checkout';
const LEDGER = 'component:default/ledger';

const answer = (rest: Partial<SignedAttestation> = {}): SignedAttestation => ({
  entityRef: CHECKOUT,
  checkId: 'tracing',
  answer: 'yes',
  evidenceUrl: 'https://wiki.example.com/tracing',
  expiresAt: NOW + 90 * 86_400_000,
  attestedBy: 'user:default/ann',
  ownerRef: 'group:default/team-a',
  ...rest,
});

describe.each(databases.eachSupportedId())('attestations on %s', id => {
  let knex: Knex;
  let store: DatabaseAttestationsStore;
  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations(mockServices.database.mock(), knex);
    store = DatabaseAttestationsStore.create({
      knex,
      marks: { mark: async () => {} },
    });
  });
  afterEach(() => knex('attestations').delete());
  afterAll(() => knex.destroy());

  const statusOf = async (rest: Partial<SignedAttestation>, now = NOW) =>
    (await store.add([answer(rest)], now)).results[0].status;

  it('are told as they were given, and to the engine without who gave them', async () => {
    const { results, touched } = await store.add(
      [
        answer({ note: 'All of it' }),
        answer({ entityRef: LEDGER, answer: 'no', evidenceUrl: undefined }),
      ],
      NOW,
    );
    expect([...touched].sort()).toEqual([CHECKOUT, LEDGER]);
    const [{ id: first }, { id: second }] = results;
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    expect(await store.get(first)).toEqual({
      ...answer({ note: 'All of it' }),
      id: first,
      recordedAt: NOW,
      withdrawnAt: undefined,
    });
    expect(await store.get('nobody')).toBeUndefined();

    const told = await store.readFor([CHECKOUT, LEDGER, 'component:default/x']);
    expect([...told.keys()].sort()).toEqual([CHECKOUT, LEDGER]);
    expect(told.get(LEDGER)).toEqual([
      {
        id: second,
        entityRef: LEDGER,
        checkId: 'tracing',
        answer: 'no',
        recordedAt: NOW,
        expiresAt: answer().expiresAt,
      },
    ]);
    expect(JSON.stringify([...told])).not.toMatch(/ann|team-a|All of it/);
  });

  it('are added unless the latest says the same for the same owner', async () => {
    expect(await statusOf({})).toBe('stored');
    expect(await statusOf({ attestedBy: 'user:default/bob' })).toBe(
      'unchanged',
    );
    for (const change of [
      { answer: 'no' as const },
      {},
      { evidenceUrl: 'https://wiki.example.com/other' },
      { expiresAt: answer().expiresAt + 1 },
      { note: 'x' },
      { ownerRef: 'group:default/team-b' },
      { checkId: 'service-metrics' },
    ]) {
      expect([change, await statusOf(change)]).toEqual([change, 'stored']);
      expect([change, await statusOf(change)]).toEqual([change, 'unchanged']);
    }
    expect(await knex('attestations')).toHaveLength(8);
  });

  it('are said anew after they were taken back, once and for good', async () => {
    const [{ id: first }] = (await store.add([answer()], NOW)).results;
    expect(await store.withdraw(first, NOW + 1)).toBe(true);
    expect(await store.withdraw(first, NOW + 2)).toBe(false);
    expect(await store.withdraw('nobody', NOW)).toBe(false);
    expect((await store.get(first))?.withdrawnAt).toBe(NOW + 1);
    expect(await statusOf({}, NOW + 3)).toBe('stored');
    expect(
      (await store.list(CHECKOUT)).map(({ withdrawnAt }) => withdrawnAt),
    ).toEqual([undefined, NOW + 1]);
  });

  it('are in order even where the clock is not', async () => {
    await store.add([answer()], NOW);
    await store.add([answer({ answer: 'no' })], NOW);
    await store.add([answer({ note: 'back' })], NOW - 60_000);
    const all = await store.list(CHECKOUT);
    expect(all.map(({ recordedAt }) => recordedAt - NOW)).toEqual([2, 1, 0]);
    expect(all.map(({ note }) => note)).toEqual(['back', undefined, undefined]);
  });

  it('are stored once however many say the same at once', async () => {
    const batch = ['a', 'b', 'c'].map(checkId => answer({ checkId }));
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        store.add(n % 2 ? batch : [...batch].reverse(), NOW + n),
      ),
    );
    expect(await knex('attestations')).toHaveLength(3);
    const statuses = outcomes.flatMap(({ results }) =>
      results.map(({ status }) => status),
    );
    expect(statuses.filter(status => status === 'stored')).toHaveLength(3);
  });

  it('follow each other where several say different things at once', async () => {
    await Promise.all(
      ['1', '2', '3', '4'].map(note => store.add([answer({ note })], NOW)),
    );
    const rows = await knex('attestations').orderBy('sequence');
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    const all = await store.list(CHECKOUT);
    expect(all.map(({ note }) => note)).toEqual(
      rows.map(({ note }) => note).reverse(),
    );
  });

  it('leave the database alone where nothing is said', async () => {
    expect(await store.add([], NOW)).toEqual({
      results: [],
      touched: new Set(),
    });
  });
});
