import { TestDatabases } from '@backstage/backend-test-utils';
import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { mapValues } from 'lodash';
import { EVALUATION_START as START, setUpEvaluation } from '../__testUtils__';
import { EvaluationsQueries } from './reading/list';
import { EvaluationShapes } from './reading/shapes';

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
    const shapes = EvaluationShapes.create({ knex });
    const queries = EvaluationsQueries.create({ knex, shapes });
    await t.sweep();
    const before = await t.read();
    expect(await queries.readBody(CHECKOUT)).toBe(before[CHECKOUT].body);

    t.catalog.remove('checkout');
    t.clock.time += HOUR;
    await t.sweep();
    await t.evaluateAll();
    await t.mark([CHECKOUT]);
    await t.work();
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
    const withoutVersion = (rows: Record<string, object>) =>
      mapValues(rows, row => ({ ...row, version: undefined }));
    expect(withoutVersion(await next.read())).toEqual(
      withoutVersion(undisturbed),
    );
  });

  it('tries again what failed, and loses nobody to another’s mistake', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    await t.stores.incidents.put(
      [
        {
          id: '1',
          source: 'pager',
          entityRef: CHECKOUT,
          title: 'Down',
          severity: 'low',
          areas: ['deployment'],
          startedAt: START - HOUR,
        },
      ],
      START,
    );
    await knex('incidents').update({ areas: 'no JSON' });
    t.clock.time += HOUR;
    await knex('evaluations').delete();
    await t.evaluateAll();
    expect(Object.keys(await t.read()).sort()).toEqual([
      'component:default/articles',
      'component:default/ledger',
      'component:default/search',
    ]);
    const failed = () => knex('evaluation_queue').where('entity_ref', CHECKOUT);
    expect(await failed()).toMatchObject([
      { ticket: null, quarantined_at: null, attempts: 1 },
    ]);
    expect((await failed())[0].reason).toMatch(/JSON/);

    // It is tried again and again, later and later, and given up in the end.
    for (let attempt = 2; attempt <= 12; attempt++) {
      t.clock.time += 2 * HOUR;
      await t.work();
    }
    const [row] = await failed();
    expect(row).toMatchObject({ due_at: null, ticket: null, attempts: 10 });
    expect(Number(row.quarantined_at)).toBeGreaterThan(START);

    // New evidence is a new chance.
    await knex('incidents').delete();
    await t.mark([CHECKOUT]);
    await t.work();
    expect(await failed()).toMatchObject([
      { quarantined_at: null, reason: null, attempts: 0 },
    ]);
    expect(Object.keys(await t.read())).toHaveLength(4);
  });

  it('takes notice of what a reporter’s clock dates ahead as soon as it counts', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    const before = (await t.read())[CHECKOUT].readiness;
    await t.stores.facts.put(
      [
        {
          entityRef: CHECKOUT,
          collector: 'pipeline',
          values: { shared: true },
          collectedAt: START + 5_000,
          ttl: 24 * HOUR,
        },
      ],
      START,
    );
    await t.mark([CHECKOUT]);
    await t.work();
    expect((await t.read())[CHECKOUT].readiness).toBe(before);
    t.clock.time = START + 5_000;
    await t.work();
    expect((await t.read())[CHECKOUT].readiness).toBeGreaterThan(before);
  });

  it('believes the catalog again when it is back', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    const before = (await t.read())[CHECKOUT].readiness;
    t.clock.time = START + 60 * HOUR;
    await t.work();
    expect((await t.read())[CHECKOUT].readiness).toBeLessThan(before);
    await t.sweep();
    expect((await t.read())[CHECKOUT].readiness).toBe(before);
  });

  it('gives up what was taken again and again and never finished', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    await t.mark([CHECKOUT]);
    for (let times = 0; times < 10; times++) {
      // As if the process ended each time.
      await t.queue.take(t.clock.time, 10);
      t.clock.time += HOUR;
    }
    const load = jest.spyOn(t.evaluation.inputs, 'load');
    await t.evaluation.worker.work();
    expect(load.mock.calls.flatMap(([refs]) => refs)).not.toContain(CHECKOUT);
    const [row] = await knex('evaluation_queue').where('entity_ref', CHECKOUT);
    expect(row.due_at).toBeNull();
    expect(row.reason).toMatch(/never finished/);
    expect(Number(row.quarantined_at)).toBe(t.clock.time);

    // Another release may know better.
    await knex('evaluations').update({ made_with: 'older' });
    await t.queue.markOutdated('newer', t.clock.time);
    await t.work();
    const rows = await knex('evaluation_queue').whereNotNull('quarantined_at');
    expect(rows).toEqual([]);
  });

  it('asks the database the same number of questions for one entity and for many', async () => {
    const t = await setUpEvaluation(knex);
    await t.sweep();
    const count = async (refs: string[]) => {
      await knex('evaluations').delete();
      await t.mark(refs);
      let queries = 0;
      const listen = () => queries++;
      knex.on('query', listen);
      await t.evaluation.worker.work();
      knex.removeListener('query', listen);
      return queries;
    };
    const one = await count([CHECKOUT]);
    expect(await count(await t.index.listScope())).toBe(one);
    expect(one).toBeLessThanOrEqual(25);
  });
});
