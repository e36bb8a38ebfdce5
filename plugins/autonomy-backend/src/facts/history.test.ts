import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../database';
import { DatabaseFactsStore } from './DatabaseFactsStore';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const A = 'component:default/a';
const B = 'component:default/b';

/** A report of collector `slo` that holds for two hours, some hours after the beginning of time. */
function report(hour: number, value: number, entityRef = A) {
  return {
    entityRef,
    collector: 'slo',
    values: { value },
    collectedAt: hour * HOUR,
    ttl: 2 * HOUR,
  };
}

describe.each(databases.eachSupportedId())('facts on %s', databaseId => {
  let knex: Knex;
  let store: ReturnType<typeof DatabaseFactsStore.create>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    store = DatabaseFactsStore.create({ knex });
  });
  afterEach(() => knex.destroy());

  const runs = (facts: Awaited<ReturnType<typeof store.readFor>>) =>
    (facts.get(A) ?? [])
      .map(
        ({ collectedAt, since = NaN, values }) =>
          `${values.value} ${since / HOUR}-${collectedAt / HOUR}`,
      )
      .sort();
  const latest = async () => runs(await store.readFor([A]));
  const history = async (sinceHour?: number) =>
    runs(
      await store.readHistory(
        [A, B],
        sinceHour === undefined ? undefined : sinceHour * HOUR,
      ),
    );

  it('keep what was said before, one row for each run', async () => {
    const said = [
      report(1, 1),
      report(3, 1),
      report(5, 2),
      report(7, 1),
      report(8, 1),
      report(40, 1),
      report(40, 9, B),
    ];
    await store.put(said, 0);
    expect(await latest()).toEqual(['1 40-40']);
    expect(await history()).toEqual(['1 1-3', '1 7-8', '2 5-5']);

    const again = await store.put(said, 0);
    expect(again.touched.size).toBe(0);
    expect(await history()).toEqual(['1 1-3', '1 7-8', '2 5-5']);

    await store.put([report(41, 1), report(6, 3)], 0);
    expect(await latest()).toEqual(['1 40-41']);
    expect(await history()).toEqual(['1 1-3', '1 7-8', '2 5-5', '3 6-6']);
  });

  it('read the history from what was the latest at an instant', async () => {
    await store.put(
      [report(1, 1), report(5, 2), report(9, 3), report(12, 4)],
      0,
    );
    expect(await history(0)).toEqual(['1 1-1', '2 5-5', '3 9-9']);
    expect(await history(6)).toEqual(['2 5-5', '3 9-9']);
    expect(await history(9)).toEqual(['2 5-5', '3 9-9']);
    expect(await history(50)).toEqual(['3 9-9']);
    expect(await store.readHistory([])).toEqual(new Map());
  });

  it('are stored once by two who report at the same time', async () => {
    const said = [1, 2, 3].flatMap(value => [
      report(value, value),
      report(value, value, B),
    ]);
    await store.put(said.slice(0, 2), 0);
    await Promise.all([store.put(said, 0), store.put([...said].reverse(), 0)]);
    expect(await latest()).toEqual(['3 3-3']);
    expect(await history()).toEqual(['1 1-1', '2 2-2']);
  });

  it('take many large batches at once, in any order', async () => {
    const said = Array.from({ length: 500 }, (_, n) =>
      report(1, 1, `component:default/s${n}`),
    );
    await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        store.put(n % 2 ? said : [...said].reverse(), 0),
      ),
    );
    expect(await knex('facts')).toHaveLength(500);
    expect(await knex('fact_history')).toHaveLength(0);
  });
});
