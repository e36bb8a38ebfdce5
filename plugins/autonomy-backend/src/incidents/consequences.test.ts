import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Tier } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { applyMigrations } from '../database';
import { loadPolicy } from '../scorecards';
import { createStores } from '../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const REF = 'component:default/checkout';
const incident = {
  id: '1',
  source: 'pager',
  entityRef: REF,
  title: 'Down',
  severity: 'high' as const,
  areas: ['deployment'],
  startedAt: 0,
};

describe.each(databases.eachSupportedId())('incidents on %s', databaseId => {
  async function setup(tier?: Tier) {
    const knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    const known = { tier };
    const index: any = {
      readScoped: async ([entityRef]: string[]) =>
        known.tier
          ? [{ snapshot: { entityRef, tier: { effective: known.tier } } }]
          : [],
    };
    const policy = await loadPolicy([]);
    const { stores } = createStores({ index, knex, policy });
    const read = async () =>
      (await stores.incidents.readFor([REF])).get(REF)![0];
    return { knex, known, read, store: stores.incidents };
  }

  it('keep what was at stake when they were first reported', async () => {
    const { knex, known, read, store } = await setup(1);
    await store.put([incident], 1);
    expect((await read()).consequences).toMatchObject({
      deployment: 'high',
      security: 'critical',
      tooling: 'medium',
    });

    known.tier = 4;
    expect(await store.put([incident], 2)).toMatchObject({
      statuses: ['unchanged'],
    });
    await store.put([{ ...incident, severity: 'critical' }], 3);
    expect(await read()).toMatchObject({
      severity: 'critical',
      recordedAt: 1,
      updatedAt: 3,
      consequences: { deployment: 'high' },
    });
    await knex.destroy();
  });

  it('leave open what is at stake where nobody knows the entity', async () => {
    const { knex, known, read, store } = await setup();
    await store.put([incident], 1);
    known.tier = 1;
    await store.put([{ ...incident, severity: 'critical' }], 2);
    expect((await read()).consequences).toBeUndefined();
    await knex.destroy();
  });
});
