import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  EVALUATION_START as START,
  setUpEvaluation,
} from '../../__testUtils__/setUpEvaluation';
import { readSweepState, writeSweepState } from './SweepState';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CHECKOUT = 'component:default/checkout';

describe.each(databases.eachSupportedId())('sweep on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  const look = async (t: Awaited<ReturnType<typeof setUpEvaluation>>) => {
    const { checked, missed, missedRefs } = await t.evaluation.sweep.runWhole();
    return { checked, missed, missedRefs };
  };
  const NOTHING = { checked: 4, missed: 0, missedRefs: [] };
  const ONE = { checked: 4, missed: 1, missedRefs: [CHECKOUT] };

  async function setUp() {
    const t = await setUpEvaluation(knex);
    await t.stores.coverage.put(
      [
        {
          source: 'pager',
          entityRef: CHECKOUT,
          from: START - 100 * DAY,
          lastHeardAt: START,
        },
      ],
      START,
    );
    await t.sweep();
    return t;
  }

  it('finds nothing where nothing was missed, whatever time it is', async () => {
    const t = await setUp();
    const before = await t.read();
    expect(await look(t)).toEqual(NOTHING);
    for (const hours of [1, 23, 3 * 24, 8 * 24, 20 * 24]) {
      t.clock.time = START + hours * HOUR;
      // What is due is on its way.
      expect(await look(t)).toEqual(NOTHING);
      await t.work();
      expect(await look(t)).toEqual(NOTHING);
      // Trust has grown meanwhile, and is written then.
      await t.work();
      expect(await look(t)).toEqual(NOTHING);
    }
    const after = await t.read();
    expect(after[CHECKOUT].evaluated_at).toBeGreaterThan(
      before[CHECKOUT].evaluated_at,
    );
  });

  it.each([
    [
      'evidence that came in behind its back',
      () =>
        knex('facts').insert({
          entity_ref: CHECKOUT,
          collector: 'pipeline',
          since: START,
          collected_at: START,
          ttl: DAY,
          recorded_at: START,
          document: JSON.stringify({ shared: true }),
          content_hash: 'x',
        }),
    ],
    [
      'a result that was changed by hand',
      () =>
        knex('evaluations').where('entity_ref', CHECKOUT).update({ level: 4 }),
    ],
    [
      'a result that is gone',
      () => knex('evaluations').where('entity_ref', CHECKOUT).delete(),
    ],
    [
      'an entity that was never marked',
      () => knex('evaluation_queue').where('entity_ref', CHECKOUT).delete(),
    ],
    [
      'a change that nobody waits for',
      () =>
        knex('evaluation_queue')
          .where('entity_ref', CHECKOUT)
          .update({ due_at: null }),
    ],
  ])('finds, says and mends %s', async (_, harm) => {
    const t = await setUp();
    const body = (await t.read())[CHECKOUT].body;
    await harm();
    expect(await look(t)).toEqual(ONE);
    expect(t.logger.warn).toHaveBeenCalledTimes(1);
    await t.work();
    expect(await look(t)).toEqual(NOTHING);
    const row = (await t.read())[CHECKOUT];
    expect(row.level).toBe(JSON.parse(row.body).level.level);
    expect(JSON.parse(row.body).entity).toEqual(JSON.parse(body).entity);
  });

  it('is not stopped by one that cannot be evaluated', async () => {
    const t = await setUp();
    await t.stores.incidents.put(
      [
        {
          id: '1',
          source: 'pager',
          entityRef: 'component:default/articles',
          title: 'Down',
          severity: 'low',
          areas: ['deployment'],
          startedAt: START,
        },
      ],
      START,
    );
    await knex('incidents').update({ areas: 'no JSON' });
    await knex('evaluation_queue').update({ asked_at: null });
    await knex('evaluations')
      .where('entity_ref', CHECKOUT)
      .update({ level: 4 });
    expect(await look(t)).toEqual(ONE);
  });

  it('finds trust that was lost behind its back', async () => {
    const t = await setUp();
    await t.stores.incidents.put(
      [
        {
          id: '1',
          source: 'pager',
          entityRef: CHECKOUT,
          title: 'Down',
          severity: 'low',
          areas: ['deployment'],
          startedAt: START - DAY,
          resolvedAt: START - DAY + HOUR,
        },
      ],
      START,
    );
    await knex('evaluation_queue').update({ asked_at: null, due_at: null });
    await knex('evaluation_queue').update({
      due_at: knex('evaluations')
        .select('next_change_at')
        .whereRaw('evaluations.entity_ref = evaluation_queue.entity_ref'),
    });
    expect(await look(t)).toEqual(ONE);
  });

  it('is left to those whose policy is in force', async () => {
    const t = await setUp();
    await knex('evaluations').update({ level: 4 });
    await knex('policy_in_force').update({ made_with: 'another' });
    t.clock.time += 60_000;
    await t.evaluation.sweep.run(new AbortController().signal);
    expect((await readSweepState(knex)).last).toBeUndefined();
    expect(t.logger.warn).not.toHaveBeenCalled();
  });

  it('takes what is on its way or given up for known', async () => {
    const t = await setUp();
    await knex('evaluations')
      .where('entity_ref', CHECKOUT)
      .update({ level: 4 });
    await t.mark([CHECKOUT]);
    expect(await look(t)).toEqual(NOTHING);
    await t.queue.take(t.clock.time, 1);
    expect(await look(t)).toEqual(NOTHING);
    await knex('evaluation_queue')
      .where('entity_ref', CHECKOUT)
      .update({ ticket: null, due_at: null, quarantined_at: START });
    expect(await look(t)).toEqual(NOTHING);
  });

  it('goes on where it was, and rests between two looks', async () => {
    const t = await setUp();
    const { signal } = new AbortController();
    await writeSweepState(knex, {
      startedAt: START,
      cursor: CHECKOUT,
      checked: 2,
      missed: 0,
      missedRefs: [],
    });
    await t.evaluation.sweep.run(signal);
    expect((await readSweepState(knex)).last).toEqual({
      startedAt: START,
      finishedAt: START,
      checked: 4,
      missed: 0,
      missedRefs: [],
    });
    await knex('evaluations')
      .where('entity_ref', CHECKOUT)
      .update({ level: 4 });
    t.clock.time = START + HOUR / 2;
    await t.evaluation.sweep.run(signal);
    expect((await readSweepState(knex)).last?.missed).toBe(0);
    t.clock.time = START + HOUR;
    await t.evaluation.sweep.run(signal);
    expect((await readSweepState(knex)).last).toMatchObject(ONE);
  });

  it('looks at nothing before the catalog has come to rest', async () => {
    const t = await setUpEvaluation(knex, { isSettled: false });
    await t.sweep();
    await t.evaluation.sweep.run(new AbortController().signal);
    expect((await readSweepState(knex)).last).toBeUndefined();
  });
});
