import { TestDatabases } from '@backstage/backend-test-utils';
import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { EVALUATION_START as START, setUpEvaluation } from '../__testUtils__';
import { DatabaseEvaluationsStore } from './DatabaseEvaluationsStore';
import { EvaluationsQueries } from './reading/EvaluationsQueries';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const CHECKOUT = 'component:default/checkout';

describe.each(databases.eachSupportedId())('evaluation on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  it('writes a result where it differs, with narrow columns that say what the body says', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    const before = await t.read();
    expect(Object.keys(before)).toHaveLength(4);
    const body: Evaluation = JSON.parse(before[CHECKOUT].body);
    expect(before[CHECKOUT]).toMatchObject({
      level: body.level.level,
      guardrail_status: body.guardrails.status,
      readiness: body.readiness.score,
      readiness_gaps: body.readiness.gaps,
      accountability: body.accountability.score,
      evaluated_at: START,
      policy_version: body.policyVersion,
    });

    t.clock.time += HOUR;
    await t.evaluateAll();
    expect(await t.read()).toEqual(before);

    await t.stores.facts.put(
      [
        {
          entityRef: CHECKOUT,
          collector: 'pipeline',
          values: { shared: true },
          collectedAt: t.clock.time,
          ttl: 24 * HOUR,
        },
      ],
      t.clock.time,
    );
    await t.evaluateAll();
    const after = await t.read();
    expect(after[CHECKOUT].evaluated_at).toBe(t.clock.time);
    expect(after[CHECKOUT].readiness).toBeGreaterThan(
      before[CHECKOUT].readiness,
    );
    expect({ ...after, [CHECKOUT]: undefined }).toEqual({
      ...before,
      [CHECKOUT]: undefined,
    });
  });

  it('writes what merely follows the clock once a day', async () => {
    const t = await setUpEvaluation(knex);
    await t.stores.coverage.put(
      [
        {
          source: 'pager',
          entityRef: CHECKOUT,
          from: START - 1_000 * 24 * HOUR,
          lastHeardAt: START,
        },
      ],
      START,
    );
    await t.stores.incidents.put(
      [
        {
          id: '1',
          source: 'pager',
          entityRef: CHECKOUT,
          title: 'Down',
          severity: 'low',
          areas: ['deployment'],
          startedAt: START - 20 * 24 * HOUR,
          resolvedAt: START - 19 * 24 * HOUR,
        },
      ],
      START,
    );
    await t.sweep();
    const before = await t.read();
    const trustOf = (rows: Record<string, any>) =>
      JSON.parse(rows[CHECKOUT].body).trust.find(
        (trust: { area: string }) => trust.area === 'deployment',
      ).value;
    for (const hours of [0.1, 1, 12, 23]) {
      t.clock.time = START + hours * HOUR;
      await t.evaluateAll();
      expect((await t.read())[CHECKOUT].evaluated_at).toBe(START);
    }
    t.clock.time = START + 25 * HOUR;
    await t.evaluateAll();
    const after = await t.read();
    expect(after[CHECKOUT].evaluated_at).toBe(t.clock.time);
    expect(trustOf(after)).toBeGreaterThan(trustOf(before));
  });

  it('lets facts age', async () => {
    const t = await setUpEvaluation(knex);
    await t.stores.facts.put(
      [
        {
          entityRef: CHECKOUT,
          collector: 'pipeline',
          values: { shared: true },
          collectedAt: START,
          ttl: HOUR,
        },
      ],
      START,
    );
    await t.sweep();
    const fresh = (await t.read())[CHECKOUT];
    t.clock.time += 3 * HOUR;
    await t.evaluateAll();
    expect((await t.read())[CHECKOUT].readiness).toBeLessThan(fresh.readiness);
  });

  it('shows nobody the result of what is no longer there, and leaves it as it was', async () => {
    const t = await setUpEvaluation(knex);
    const queries = EvaluationsQueries.create({ knex });
    await t.sweep();
    const before = await t.read();
    expect(await queries.readBody(CHECKOUT)).toBe(before[CHECKOUT].body);

    t.catalog.remove('checkout');
    t.clock.time += HOUR;
    await t.sweep();
    await t.evaluateAll();
    t.queue.add([CHECKOUT]);
    await t.queue.idle();
    expect(await queries.readBody(CHECKOUT)).toBeUndefined();
    expect(await queries.count({ visible: [] })).toBe(3);
    expect((await t.read())[CHECKOUT]).toEqual(before[CHECKOUT]);
  });

  it('comes to the same results from wherever it was stopped', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    const undisturbed = await t.read();

    await knex('evaluations').where('entity_ref', CHECKOUT).delete();
    await knex('evaluations')
      .where('entity_ref', 'component:default/ledger')
      .update({ body: '{}', body_hash: 'torn' });
    const next = await setUpEvaluation(knex);
    await next.evaluateAll();
    expect(await next.read()).toEqual(undisturbed);
  });

  it('never puts an older result over a newer one', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    const store = DatabaseEvaluationsStore.create({ knex });
    const { body, state } = (await t.read())[CHECKOUT];
    const at = (evaluatedAt: number, policyVersion: string) => ({
      step: {
        ...JSON.parse(body),
        evaluatedAt,
        policyVersion,
        state: JSON.parse(state),
        events: [],
      },
    });
    await store.put([at(START + 2, 'late')]);
    await store.put([at(START + 1, 'early')]);
    expect((await t.read())[CHECKOUT].policy_version).toBe('late');
  });

  it('repeats what failed, and loses nobody to another’s mistake', async () => {
    const t = await setUpEvaluation(knex);
    jest
      .spyOn(t.stores.facts, 'readFor')
      .mockRejectedValueOnce(new Error('database is gone'));
    await t.sweep();
    expect(t.logger.error).toHaveBeenCalledTimes(1);
    expect(Object.keys(await t.read())).toHaveLength(4);

    jest
      .spyOn(t.stores.incidents, 'readFor')
      .mockResolvedValueOnce(new Map([[CHECKOUT, [undefined as any]]]));
    await knex('evaluations').delete();
    await t.evaluateAll();
    expect(t.logger.error).toHaveBeenCalledWith(
      `Evaluation of ${CHECKOUT} failed; its former result stays`,
      expect.any(Error),
    );
    expect(Object.keys(await t.read())).toHaveLength(3);
    await t.queue.stop();
  });

  it('asks the database the same number of questions for one entity and for many', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    const count = async (refs: string[]) => {
      await knex('evaluations').delete();
      let queries = 0;
      const listen = () => queries++;
      knex.on('query', listen);
      t.queue.add(refs);
      await t.queue.idle();
      knex.removeListener('query', listen);
      return queries;
    };
    const one = await count([CHECKOUT]);
    expect(await count(await t.index.listScope())).toBe(one);
    expect(one).toBeLessThanOrEqual(9);
  });
});
