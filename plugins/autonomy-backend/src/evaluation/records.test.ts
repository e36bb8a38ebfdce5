import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type {
  Evaluation,
  EvaluationState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Knex } from 'knex';
import { createEvidenceGates } from '../createEvidenceGates';
import { FactDeclarations } from '../facts';
import {
  EVALUATION_START as START,
  LEVEL_2_FACTS,
  setUpEvaluation,
} from '../__testUtils__/setUpEvaluation';
import { createRetentionJob } from '../retention';
import type { EvaluationRecord } from './inputs';
import { ResultsWriter } from './results';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const CHECKOUT = 'component:default/checkout';

const at = (day: number) => START + day * DAY;
const iso = (day: number) => new Date(at(day)).toISOString();

async function setup(
  knex: Knex,
  options?: Parameters<typeof setUpEvaluation>[1],
) {
  const t = await setUpEvaluation(knex, options);
  const { clock, marks, policy, records, stores } = t;
  const gates = createEvidenceGates({
    declarations: FactDeclarations.create(),
    delivering: [],
    clock,
    permissions: mockServices.permissions(),
    policy,
    records,
    stores,
    marks,
  });
  const credentials = mockCredentials.user();
  const ways = {
    coverage: () => gates.coverage.admit({ credentials }),
    facts: () => gates.facts.admit({ credentials }),
    pastFacts: async () => (await gates.history.admit({ credentials })).facts,
    pastIncidents: async () =>
      (await gates.history.admit({ credentials })).incidents,
  };
  const tell = async (kind: keyof typeof ways, items: object[]) => {
    const ingestion = await ways[kind]();
    const { rejected } = await ingestion.ingest(items);
    expect(rejected).toBe(0);
  };
  const send = async (kind: keyof typeof ways, items: object[]) => {
    await tell(kind, items);
    await t.work();
  };
  const factsOn = (
    day: number,
    facts: Record<string, object> = LEVEL_2_FACTS,
  ) =>
    Object.entries(facts).map(([collector, values]) => ({
      entityRef: CHECKOUT,
      collector,
      facts: values,
      collectedAt: iso(day),
      ttl: 'P100D',
    }));
  return {
    ...t,
    tell,
    facts: factsOn,
    /** On a day everything that level 2 asks for is reported, for a long time. */
    report: (
      day: number,
      facts: Record<string, object> = LEVEL_2_FACTS,
      kind: 'facts' | 'pastFacts' = 'pastFacts',
    ) => send(kind, factsOn(day, facts)),
    /** A source watches from one day to the other. */
    watch: (from: number, heard: number) =>
      send('coverage', [
        {
          source: 'pager',
          entityRef: CHECKOUT,
          from: iso(from),
          lastHeardAt: iso(heard),
        },
      ]),
    async checkout() {
      const row = (await t.read())[CHECKOUT];
      const body: Evaluation = JSON.parse(row.body);
      const state: EvaluationState | null = JSON.parse(row.state);
      return { row, body, state };
    },
  };
}

describe.each(databases.eachSupportedId())('records on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  it('keep apart what is sent and what is left to the next evaluation', async () => {
    const t = await setup(knex);
    await t.sweep();
    const { body, row, state } = await t.checkout();
    expect(state).toMatchObject({ level: 1, evaluatedAt: START });
    expect(body).not.toHaveProperty('state');
    expect(body).not.toHaveProperty('events');
    expect(Number(row.next_change_at)).toBe(body.nextChangeAt);
    expect(Number(row.started_at)).toBe(START);
  });

  it('start on the lowest level, whatever there is evidence for', async () => {
    const t = await setup(knex);
    await t.watch(-200, 0);
    await t.report(-100);
    await t.report(0);
    await t.sweep();
    const { body, row } = await t.checkout();
    expect(body.level).toMatchObject({ level: 1, eligible: 2 });
    expect(row.restarts).toBe(0);
  });

  it('step through what nobody looked at', async () => {
    const t = await setup(knex);
    await t.watch(-1, 0);
    await t.report(0);
    await t.sweep();

    t.clock.time = at(40);
    await t.runner.run();
    await t.watch(-1, 40);
    const { body } = await t.checkout();
    expect(body.level).toMatchObject({ level: 2, takenAt: at(30) });
    expect(t.logger.info).toHaveBeenCalledWith(
      `${CHECKOUT} moved from level 1 to 2`,
      { at: iso(30), cause: 'time' },
    );
  });

  it('know what was said in between and has been replaced since', async () => {
    const t = await setup(knex);
    await t.watch(-1, 0);
    await t.report(0);
    await t.sweep();

    t.clock.time = at(40);
    await t.stores.coverage.put(
      [
        {
          source: 'pager',
          entityRef: CHECKOUT,
          from: at(-1),
          lastHeardAt: at(40),
        },
      ],
      at(40),
    );
    // The batch is evaluated as a whole, after it was stored.
    const said = (day: number, rotation: boolean) => ({
      entityRef: CHECKOUT,
      collector: 'oncall',
      values: { ...LEVEL_2_FACTS.oncall, rotation },
      collectedAt: at(day),
      ttl: 100 * DAY,
    });
    await t.stores.facts.put([said(10, false), said(12, true)], at(40));
    await t.sweep();
    await t.evaluateAll();
    const { body } = await t.checkout();
    expect(body.level.level).toBe(1);
    expect(body.level.ladder[1]).toMatchObject({
      heldSince: at(12),
      sustainedAt: at(42),
    });
  });

  it('begin anew with evidence of the time before, where the policy counts it', async () => {
    const t = await setup(knex, { bootstrap: 'sustained' });
    await t.sweep();
    expect((await t.checkout()).body.level.level).toBe(1);

    t.clock.time = at(1);
    // Whoever reports the present cannot rewrite the past.
    await t.report(-100, LEVEL_2_FACTS, 'facts');
    expect((await t.checkout()).row.restarts).toBe(0);

    await t.watch(-200, 1);
    await t.report(-99);
    await t.report(0.5);
    const { body, row, state } = await t.checkout();
    expect(body.level).toMatchObject({ level: 2, takenAt: at(-70) });
    expect(Number(row.started_at)).toBe(START);
    expect(state?.level).toBe(2);

    // The history tells what was made of the past, once; others are told when it was found out.
    const moves = await knex('evaluation_events')
      .where({ entity_ref: CHECKOUT, kind: 'level-promoted' })
      .orderBy('at');
    expect(moves.map(({ at: when }) => Number(when))).toEqual([at(-70), at(1)]);
    const points = await knex('evaluation_points')
      .where('entity_ref', CHECKOUT)
      .orderBy('at');
    const levelOn = (day: number) =>
      points.filter(point => Number(point.at) <= at(day)).at(-1).level;
    expect([-99, -71, -70, -1, 1].map(levelOn)).toEqual([1, 1, 2, 2, 2]);
    const keys = points.map(point => Number(point.at));
    expect(new Set(keys).size).toBe(keys.length);
    const told = await knex('outbox').where('entity_ref', CHECKOUT);
    const toldMoves = told
      .flatMap(({ announcement }) => JSON.parse(announcement).events)
      .filter(({ kind }) => kind === 'level-promoted');
    expect(toldMoves).toMatchObject([{ from: 1, to: 2, at: at(1) }]);

    // Neither a heartbeat nor anything that happened since begins it again.
    const { restarts } = row;
    expect(restarts).toBeGreaterThan(0);
    t.clock.time = at(2);
    await t.watch(-200, 2);
    await t.report(1.5);
    expect((await t.checkout()).row.restarts).toBe(restarts);
  });

  it('do not begin before the catalog has come to rest', async () => {
    const t = await setup(knex, { bootstrap: 'sustained', isSettled: false });
    await t.watch(-200, 0);
    await t.report(-100);
    await t.sweep();
    const preliminary = await t.checkout();
    expect(preliminary.body.level.level).toBe(2);
    expect(preliminary.row).toMatchObject({ state: null, started_at: null });

    t.clock.time = at(1);
    await t.runner.runUntilSettled(0, new AbortController().signal);
    await t.evaluateAll();
    const { row, state } = await t.checkout();
    expect(state?.level).toBe(2);
    expect(Number(row.started_at)).toBe(at(1));
  });

  it('begin as soon as the catalog has come to rest, though it did so during an evaluation', async () => {
    const t = await setup(knex, { isSettled: false });
    await t.runner.run();
    const { inputs } = t.evaluation;
    const load = inputs.load.bind(inputs);
    jest.spyOn(inputs, 'load').mockImplementationOnce(async (refs, now) => {
      const loaded = await load(refs, now);
      await t.index.markSettled(now);
      return loaded;
    });
    await t.evaluation.worker.work();
    expect((await t.checkout()).state).toBeNull();
    await t.work();
    expect((await t.checkout()).state).toMatchObject({ level: 1 });
  });

  it('begin anew with history that came in during their first evaluation', async () => {
    const t = await setup(knex, { bootstrap: 'sustained' });
    await t.runner.run();
    const { inputs } = t.evaluation;
    const load = inputs.load.bind(inputs);
    jest.spyOn(inputs, 'load').mockImplementationOnce(async (refs, now) => {
      const loaded = await load(refs, now);
      await t.tell('coverage', [
        {
          source: 'pager',
          entityRef: CHECKOUT,
          from: iso(-200),
          lastHeardAt: iso(0),
        },
      ]);
      await t.tell('pastFacts', t.facts(-100));
      return loaded;
    });
    await t.evaluation.worker.work();
    await t.work();
    expect((await t.checkout()).state).toMatchObject({ level: 2 });
  });

  it('tell what comes out worse when they begin anew', async () => {
    const t = await setup(knex, { bootstrap: 'sustained' });
    await t.watch(-200, 0);
    await t.report(-100);
    await t.sweep();
    const rightOf = async () =>
      (await t.checkout()).state!.outcome.rights.tooling;
    const before = await rightOf();
    t.clock.time = at(1);
    await t.tell(
      'pastIncidents',
      [1, 2, 3, 4, 5].map(n => ({
        id: `${n}`,
        source: 'pager',
        entityRef: CHECKOUT,
        title: 'Down',
        severity: 'critical',
        areas: ['tooling'],
        startedAt: iso(-10 * n),
        resolvedAt: iso(-10 * n + 1),
      })),
    );
    await t.work();
    const after = await rightOf();
    expect(after).toBeLessThan(before);
    const told = await knex('outbox').where('entity_ref', CHECKOUT);
    expect(
      told
        .flatMap(({ announcement }) => JSON.parse(announcement).events)
        .filter(({ area }) => area === 'tooling'),
    ).toMatchObject([{ kind: 'right-changed', from: before, to: after }]);
  });

  it('go on when an entity is back, and begin anew when it was away for too long', async () => {
    const t = await setup(knex);
    const retention = createRetentionJob({
      clock: t.clock,
      knex,
      logger: t.logger,
      metrics: metricsServiceMock.mock({
        createCounter: () => ({ add: () => {} }),
      }),
      policy: t.policy,
    });
    const { entities } = t.catalog;
    const firstSeen = async () =>
      Number(
        (await knex('entities').where('entity_ref', CHECKOUT).first())
          .first_seen_at,
      );
    await t.watch(-1, 0);
    await t.report(0);
    await t.sweep();
    t.clock.time = at(40);
    await t.runner.run();
    await t.watch(-1, 40);
    const { state } = await t.checkout();
    expect(state).toMatchObject({ level: 2, takenAt: { 2: at(30) } });

    t.clock.time = at(41);
    t.catalog.remove('checkout');
    await t.sweep();
    expect(await knex('departed_entities')).toHaveLength(1);
    t.clock.time = at(60);
    await t.watch(-1, 60);
    await retention.run();
    t.catalog.entities = entities;
    await t.sweep();
    const back = await t.checkout();
    expect(back.row.evaluated_at).toBe(at(60));
    expect(back.state).toMatchObject({
      level: 2,
      takenAt: state!.takenAt,
      heldSince: state!.heldSince,
    });
    expect(await firstSeen()).toBe(START);
    expect(await knex('departed_entities')).toHaveLength(0);

    t.catalog.remove('checkout');
    await t.sweep();
    t.clock.time = at(60 + 365);
    await retention.run();
    expect(await t.read()).not.toHaveProperty([CHECKOUT]);
    expect(await t.stores.facts.readFor([CHECKOUT])).toEqual(new Map());
    t.catalog.entities = entities;
    await t.sweep();
    expect((await t.checkout()).state).toMatchObject({ level: 1 });
    expect(await firstSeen()).toBe(t.clock.time);
  });

  it('are made anew also where the past only says what is known', async () => {
    const t = await setup(knex, { bootstrap: 'sustained' });
    await t.sweep();

    t.clock.time = at(1);
    await t.report(-2);
    await t.report(-1);
    expect((await t.checkout()).row.restarts).toBeGreaterThan(0);
    expect((await t.checkout()).row.former_outcome).toBeNull();
    expect((await t.checkout()).state).toMatchObject({ level: 1 });
  });

  it('are not overwritten by what was made of an older start', async () => {
    const t = await setup(knex, { bootstrap: 'sustained' });
    await t.sweep();
    await t.mark([CHECKOUT]);
    const taken = await t.queue.take(t.clock.time, 1);
    const held = () => knex.transaction(trx => t.queue.hold(trx, taken));
    await t.mark([CHECKOUT]);
    expect(await held()).toHaveLength(1);
    await knex.transaction(async trx => {
      await t.marks.mark(trx, [CHECKOUT], t.clock.time);
      await t.records.addHistory(trx, new Map([[CHECKOUT, at(-1)]]));
    });
    expect(await held()).toHaveLength(0);
    expect((await t.checkout()).row).toMatchObject({
      state: null,
      restarts: 1,
    });
    await t.work();
    expect((await t.checkout()).state).toMatchObject({ level: 1 });
  });

  it('are written again when what is stored may be over, or would be too late', async () => {
    const t = await setup(knex);
    await t.sweep();
    const { body, row, state } = await t.checkout();
    const writer = ResultsWriter.create({ outbox: t.outbox });
    const isNews = (evaluatedAt: number, nextChangeAt?: number) => {
      const step = {
        ...body,
        evaluatedAt,
        nextChangeAt,
        state: state!,
        events: [],
      };
      const record: EvaluationRecord = {
        startedAt: START,
        restarts: 0,
        state: state!,
        stored: {
          evaluatedAt: START,
          nextChangeAt: at(5),
          level: 1,
          bodyHash: row.body_hash,
          madeWith: 'x',
        },
      };
      const { words } = writer.prepare({
        step,
        record,
        version: 1,
        madeWith: 'x',
      });
      return words !== undefined;
    };
    expect(isNews(at(1), at(5))).toBe(false);
    expect(isNews(at(1), at(6))).toBe(false);
    expect(isNews(at(1), at(4))).toBe(true);
    expect(isNews(at(5), at(9))).toBe(true);
    expect(isNews(at(4), undefined)).toBe(false);
  });
});
