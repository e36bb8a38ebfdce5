import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  EVALUATION_START as START,
  setUpEvaluation,
} from '../../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const CHECKOUT = 'component:default/checkout';
const LEDGER = 'component:default/ledger';
const at = (day: number) => START + day * DAY;

const POLICY = `apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: own }
spec:
  deployments: { lastKnownFor: P300D }
`;

describe.each(databases.eachSupportedId())('inputs on %s', databaseId => {
  const directory = createMockDirectory({ content: { 'own.yaml': POLICY } });
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  async function setUp(options: Parameters<typeof setUpEvaluation>[1] = {}) {
    const t = await setUpEvaluation(knex, options);
    const { inputs } = t.evaluation;
    await t.stores.deployments.put(
      [-750, -700, -500, -380, -300, 10].map(day => ({
        id: `${day}`,
        source: 'ci',
        entityRef: CHECKOUT,
        status: 'succeeded' as const,
        area: 'deployment',
        finishedAt: at(day),
      })),
      t.clock.time,
    );
    return {
      ...t,
      /** Of the checkout. */
      async load(day: number, entityRefs = [CHECKOUT]) {
        const loaded = await inputs.load(entityRefs, at(day));
        const { input } = loaded.find(
          each => each.input.entity.entityRef === CHECKOUT,
        )!;
        return input.deployments
          .map(({ id }) => Number(id))
          .sort((a, b) => a - b);
      },
    };
  }

  it('reach back from where the records go on', async () => {
    const t = await setUp();
    await t.sweep();
    expect(await t.load(0)).toEqual([-300, 10]);
    expect(await t.load(200)).toEqual([-300, 10]);
    t.clock.time = at(200);
    await t.mark([LEDGER]);
    await knex('evaluation_queue')
      .whereNot('entity_ref', LEDGER)
      .update({ due_at: null });
    await t.work();
    expect(await t.load(400, [LEDGER, CHECKOUT])).toEqual([-300, 10]);
    await t.evaluateAll();
    expect(await t.load(400)).toEqual([10]);
  });

  it('reach back to the window of the last known failure rate', async () => {
    const t = await setUp({ policyFiles: [directory.resolve('own.yaml')] });
    await t.sweep();
    expect(await t.load(0)).toEqual([-380, -300, 10]);
  });

  it('reach back from where a record starts that counts stored history', async () => {
    const t = await setUp({ bootstrap: 'sustained' });
    await t.sweep();
    await knex('evaluations').update({ state: null });
    expect(await t.load(400)).toEqual([-700, -500, -380, -300, 10]);
  });
});
