import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Severity } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { applyMigrations } from '../database';
import { DatabaseEntityIndexStore } from '../entities';
import { loadPolicy } from '../scorecards';
import { createStores } from '../__testUtils__';
import { DatabaseIncidentReports } from './DatabaseIncidentReports';
import { IncidentConsequences } from './IncidentConsequences';
import type { IncidentStatement } from './IncidentReports';

const databases = TestDatabases.create();
jest.setTimeout(120_000);

const REF = 'component:default/checkout';
const OTHER = 'component:default/ledger';

/** Few instants and words, so that they meet. */
const statement: fc.Arbitrary<IncidentStatement> = fc
  .record({
    id: fc.constantFrom('1', '2'),
    severity: fc.constantFrom<Severity>('low', 'medium', 'high', 'critical'),
    title: fc.constantFrom('a', 'b'),
    occurredAt: fc.integer({ min: 1, max: 6 }),
    isResolved: fc.boolean(),
    causedBy: fc.constantFrom(undefined, REF, OTHER, 'external'),
    mergedInto: fc.constantFrom(undefined, '3'),
    areas: fc.constantFrom<string[]>(
      [],
      [],
      ['operations'],
      ['budget'],
      ['tooling'],
    ),
    startedAt: fc.constantFrom(0, 1, 2),
    irreversible: fc.constantFrom(undefined, true),
  })
  .map(({ isResolved, ...rest }) => ({
    ...rest,
    source: 'pager',
    entityRef: REF,
    resolvedAt: isResolved ? rest.occurredAt : undefined,
  }));

/** The same statements, shuffled and cut into batches. */
const told = fc
  .array(statement, { minLength: 1, maxLength: 8 })
  .chain(statements =>
    fc.record({
      inOrder: fc.constant(
        [...statements].sort((a, b) => a.occurredAt - b.occurredAt),
      ),
      shuffled: fc.shuffledSubarray(statements, {
        minLength: statements.length,
        maxLength: statements.length,
      }),
      size: fc.integer({ min: 1, max: 4 }),
    }),
  );

describe.each(databases.eachSupportedId())('reports on %s', databaseId => {
  let knex: Knex;
  let store: Awaited<ReturnType<typeof setup>>;

  async function setup() {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    const policy = await loadPolicy([]);
    const scope = { kind: 'Component' };
    const index = DatabaseEntityIndexStore.create({
      knex,
      marks: { mark: async () => {} },
      scope,
    });
    const consequences = IncidentConsequences.create({ index, policy });
    const reports = DatabaseIncidentReports.create({
      consequences,
      defaultArea: () => 'operations',
    });
    const { stores } = createStores({ knex, policy });
    return {
      incidents: stores.incidents,
      apply: (statements: readonly IncidentStatement[], now = 1_000) =>
        knex.transaction(trx => reports.apply(trx, statements, now)),
    };
  }
  beforeAll(async () => {
    store = await setup();
  });
  beforeEach(() => clear());
  afterAll(() => knex.destroy());

  async function clear() {
    await knex('incidents').delete();
    await knex('incident_proposals').delete();
  }

  async function kept() {
    const rows = await knex('incidents').orderBy('incident_id');
    const pending = await knex('incident_proposals')
      .whereNull('decided_at')
      .select('incident_id', 'field', 'value');
    return {
      rows,
      pending: pending.map(row => JSON.stringify(row)).sort(),
    };
  }

  it('end in one record, whatever their order and batches', async () => {
    await fc.assert(
      fc.asyncProperty(told, async ({ inOrder, shuffled, size }) => {
        await clear();
        for (const each of inOrder) {
          await store.apply([each]);
        }
        const expected = await kept();
        await clear();
        for (let i = 0; i < shuffled.length; i += size) {
          await store.apply(shuffled.slice(i, i + size));
        }
        expect(await kept()).toEqual(expected);
        // Once more, all of it is known.
        const { statuses, touched } = await store.apply(shuffled);
        expect(new Set(statuses)).toEqual(new Set(['unchanged']));
        expect(touched.size).toBe(0);
        expect(await kept()).toEqual(expected);
      }),
      { numRuns: databaseId === 'SQLITE_3' ? 40 : 15 },
    );
  });

  const says = (id: string, rest: Partial<IncidentStatement> = {}) => ({
    source: 'pager',
    id,
    entityRef: REF,
    title: 'Down',
    severity: 'high' as const,
    areas: [],
    startedAt: 1,
    occurredAt: 10,
    ...rest,
  });

  it('tell what became of each, and whose results may change', async () => {
    expect(
      await store.apply([
        says('1'),
        says('2'),
        says('1'),
        says('1', { occurredAt: 20, severity: 'critical' }),
      ]),
    ).toEqual({
      statuses: ['stored', 'stored', 'unchanged', 'stored'],
      added: [true, true, false, false],
      touched: new Set([REF]),
    });
    await knex('incidents')
      .where('incident_id', '2')
      .update({ caused_by: OTHER });
    expect(
      await store.apply([says('2', { occurredAt: 30, severity: 'critical' })]),
    ).toMatchObject({ touched: new Set([REF, OTHER]) });
    expect(
      await store.apply([says('2', { occurredAt: 40, severity: 'low' })]),
    ).toMatchObject({ statuses: ['stored'], touched: new Set() });
  });

  it('leave a new incident with the entity that was told first of all', async () => {
    await store.apply([
      says('1', { occurredAt: 20, entityRef: OTHER }),
      says('1', { occurredAt: 10 }),
      says('1', { occurredAt: 30, entityRef: OTHER }),
    ]);
    await store.apply([says('1', { occurredAt: 5, entityRef: OTHER })]);
    const { pending, rows } = await kept();
    expect(rows).toMatchObject([{ entity_ref: REF }]);
    expect(pending).toEqual([expect.stringContaining(OTHER)]);
  });

  it('write nothing where the same is only said again', async () => {
    await store.apply([says('1', { occurredAt: 10 })], 1);
    const before = await kept();
    const again = await store.apply([says('1', { occurredAt: 10 })], 2);
    expect(again.statuses).toEqual(['unchanged']);
    expect(await kept()).toEqual(before);

    // Said again later, only since when is written, so that a word in between is older.
    const later = await store.apply([says('1', { occurredAt: 20 })], 3);
    expect(later).toMatchObject({
      statuses: ['unchanged'],
      touched: new Set(),
    });
    await store.apply([says('1', { occurredAt: 15, resolvedAt: 15 })], 4);
    expect((await kept()).rows).toMatchObject([{ resolved_at: null }]);
  });

  it('ask for fewer areas and an earlier start, and keep what was ever told', async () => {
    await store.apply([
      says('1', { areas: ['budget', 'tooling'], startedAt: 9 }),
    ]);
    await store.apply([
      says('1', { occurredAt: 20, areas: ['tooling'], startedAt: 3 }),
    ]);
    const asked = async () =>
      (await knex('incident_proposals').whereNull('decided_at'))
        .map(({ field, value }) => `${field} ${value}`)
        .sort();
    expect(await asked()).toEqual([
      'areas tooling',
      'startedAt 1970-01-01T00:00:00.003Z',
    ]);
    expect((await store.incidents.readFor([REF])).get(REF)).toMatchObject([
      { areas: ['budget', 'tooling'], startedAt: 9 },
    ]);
    // Where the source takes it back, nothing is asked any more.
    await store.apply([
      says('1', {
        occurredAt: 30,
        areas: ['budget', 'tooling'],
        startedAt: 9,
      }),
    ]);
    expect(await asked()).toEqual([]);
  });

  it('ask for what lowers a debit once, and take it back', async () => {
    const decisions = async () =>
      (await knex('incident_proposals').orderBy(['proposed_at', 'value'])).map(
        row => [row.field, row.value, row.decision],
      );
    await store.apply([says('1')], 1);
    await store.apply([says('1', { occurredAt: 20, severity: 'low' })], 2);
    await store.apply(
      [says('1', { occurredAt: 30, severity: 'low', title: 'Up' })],
      3,
    );
    expect(await decisions()).toEqual([['severity', 'low', null]]);
    await store.apply([says('1', { occurredAt: 40, entityRef: OTHER })], 4);
    expect(await decisions()).toEqual([
      ['severity', 'low', 'withdrawn'],
      ['causedBy', OTHER, null],
    ]);
    await knex('incident_proposals')
      .where({ field: 'causedBy' })
      .update({ decision: 'declined', decided_at: 5, decided_by: 'user:a/b' });
    await store.apply(
      [says('1', { occurredAt: 50, entityRef: OTHER, title: 'Once more' })],
      6,
    );
    expect(await decisions()).toHaveLength(2);
    expect(await store.incidents.readFor([REF])).toMatchObject(
      new Map([[REF, [{ severity: 'high', title: 'Once more' }]]]),
    );
  });

  it('are read where they were reported and where they were caused', async () => {
    await store.apply([
      says('1'),
      says('2', { mergedInto: '1', severity: 'critical' }),
      says('3', { entityRef: OTHER }),
    ]);
    await knex('incidents')
      .where('incident_id', '3')
      .update({ caused_by: REF });
    const found = await store.incidents.readFor([REF, OTHER]);
    const of = (ref: string) =>
      (found.get(ref) ?? []).map(({ id, severity }) => `${id} ${severity}`);
    expect(of(REF).sort()).toEqual(['1 critical', '3 high']);
    expect(of(OTHER)).toEqual(['3 high']);
  });

  it('cost as many statements for 500 as for two', async () => {
    const count = async (statements: IncidentStatement[]) => {
      let queries = 0;
      const onQuery = () => (queries += 1);
      knex.on('query', onQuery);
      await store.apply(statements);
      knex.removeListener('query', onQuery);
      return queries;
    };
    const batch = (size: number, rest: Partial<IncidentStatement> = {}) =>
      Array.from({ length: size }, (_, n) => says(`${size}-${n}`, rest));
    const later = { occurredAt: 20, severity: 'low' as const };
    expect(await count(batch(500))).toBe(await count(batch(2)));
    expect(await count(batch(500, later))).toBe(await count(batch(2, later)));
    expect(await knex('incident_proposals')).toHaveLength(502);
  });

  it('end in the newest state where replicas apply them at once', async () => {
    const statements = Array.from({ length: 400 }, (_, n) =>
      says(`${n % 20}`, {
        occurredAt: 1 + Math.floor(n / 20),
        title: `${1 + Math.floor(n / 20)}`,
      }),
    );
    const shuffled = fc.sample(
      fc.shuffledSubarray(statements, { minLength: 400, maxLength: 400 }),
      // SQLite is one process's own file.
      { numRuns: databaseId === 'SQLITE_3' ? 1 : 4, seed: 7 },
    );
    await Promise.all(
      shuffled.map(async mine => {
        for (let i = 0; i < mine.length; i += 25) {
          await store.apply(mine.slice(i, i + 25));
        }
      }),
    );
    const rows = await knex('incidents');
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      expect([row.title, Number(row.occurred_at)]).toEqual(['20', 20]);
    }
  });
});
