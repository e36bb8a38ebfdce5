import { mockServices } from '@backstage/backend-test-utils';
import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { createEvaluationTelemetry } from './createEvaluationTelemetry';
import { observeBacklog, type BacklogOptions } from './observeBacklog';

type Observe = (result: { observe(value: number): void }) => Promise<void>;

describe('telemetry of evaluations', () => {
  function setUp() {
    const record = jest.fn();
    const add = jest.fn();
    const created: Record<string, unknown> = {};
    const metrics = metricsServiceMock.mock({
      createHistogram: (name, options) => {
        created[name] = options?.unit;
        return { record };
      },
      createCounter: (name, options) => {
        created[name] = options?.unit;
        return {
          add: (n, attributes) => add(name, n, attributes),
        };
      },
    });
    const tracing = tracingServiceMock.mock();
    const telemetry = createEvaluationTelemetry({ metrics, tracing });
    return { add, created, record, telemetry, tracing };
  }

  it('measures and traces batches by what came of them', async () => {
    const { add, created, record, telemetry, tracing } = setUp();
    expect(await telemetry.batch(3, async () => 'done')).toBe('done');
    telemetry.counted('written', 2);
    telemetry.counted('failed', 0);
    telemetry.counted('fenced', 1);
    telemetry.missed(4);
    expect(created).toEqual({
      'autonomy.evaluation.duration': 's',
      'autonomy.evaluation.entities': '{entity}',
      'autonomy.evaluation.missed': '{entity}',
    });
    expect(record.mock.calls).toEqual([[expect.any(Number), undefined]]);
    expect(add.mock.calls).toEqual([
      ['autonomy.evaluation.entities', 2, { outcome: 'written' }],
      ['autonomy.evaluation.entities', 1, { outcome: 'fenced' }],
      ['autonomy.evaluation.missed', 4, undefined],
    ]);
    expect(tracing.startActiveSpan.mock.calls[0].slice(0, 2)).toEqual([
      'autonomy.evaluate',
      { attributes: { 'autonomy.batch.entities': 3 } },
    ]);
  });

  it('hands on what fails, and tells no values of it', async () => {
    const { record, telemetry, tracing } = setUp();
    const error = new TypeError(
      `insert into "x" values ('geheim') - duplicate key`,
    );
    const failing = async () => {
      throw error;
    };
    await expect(telemetry.batch(1, failing)).rejects.toBe(error);
    await expect(telemetry.sweep(failing)).rejects.toBe(error);
    expect(record.mock.calls).toEqual([
      [expect.any(Number), { 'error.type': 'TypeError' }],
    ]);
    expect(tracing.startActiveSpan.mock.calls.map(([name]) => name)).toEqual([
      'autonomy.evaluate',
      'autonomy.evaluation.sweep',
    ]);
    for (const span of tracing.spans) {
      expect(span.setStatus.mock.calls).toEqual([
        [{ code: 'error', message: 'duplicate key' }],
      ]);
    }
    // The service records whatever leaves a span.
    for (const { value } of tracing.startActiveSpan.mock.results) {
      await expect(value).resolves.toEqual({ error });
    }
  });
});

describe('gauges of the backlog', () => {
  function setUp(parts: Partial<BacklogOptions> = {}) {
    const callbacks: Record<string, Observe> = {};
    let elapsed = 0;
    let reads = 0;
    const logger = mockServices.logger.mock();
    observeBacklog({
      clock: { now: async () => 1_000 },
      elapsed: () => elapsed,
      evaluation: {
        backlog: async () => {
          reads += 1;
          return { pending: 2 + reads, lag: 1_500, quarantined: 1 };
        },
        results: async () => ({
          entities: 8,
          neverEvaluated: 0,
          staleShare: 0.25,
        }),
      },
      inbox: { state: async () => ({ pending: 5, quarantined: 0 }) },
      logger,
      metrics: metricsServiceMock.mock({
        createObservableGauge: name => ({
          addCallback: callback => {
            callbacks[name] = callback as Observe;
          },
          removeCallback: () => {},
        }),
      }),
      outbox: { state: async () => ({ pending: 4, quarantined: 0 }) },
      ...parts,
    });
    return {
      logger,
      reads: () => reads,
      pass: (milliseconds: number) => {
        elapsed += milliseconds;
      },
      async scrape() {
        const seen: Record<string, number> = {};
        await Promise.all(
          Object.entries(callbacks).map(([name, callback]) =>
            callback({
              observe: value => {
                seen[name] = value;
              },
            }),
          ),
        );
        return seen;
      },
    };
  }

  it('ask the database rarely, however often they are collected', async () => {
    const t = setUp();
    const [first, second] = await Promise.all([t.scrape(), t.scrape()]);
    expect(first).toEqual({
      'autonomy.evaluation.queue.depth': 3,
      'autonomy.evaluation.queue.lag': 1.5,
      'autonomy.evaluation.quarantined': 1,
      'autonomy.evaluation.stale.share': 0.25,
      'autonomy.outbox.depth': 4,
      'autonomy.inbox.depth': 5,
    });
    expect(second).toEqual(first);
    t.pass(14_999);
    expect(await t.scrape()).toEqual(first);
    expect(t.reads()).toBe(1);
    t.pass(1);
    expect(await t.scrape()).toMatchObject({
      'autonomy.evaluation.queue.depth': 4,
    });
    expect(t.reads()).toBe(2);
  });

  it('are missing while the database is away, and say so once', async () => {
    let isAway = true;
    const t = setUp({
      inbox: {
        state: async () => {
          if (isAway) {
            throw new Error('select 1 - connection refused');
          }
          return { pending: 0, quarantined: 0 };
        },
      },
    });
    const share = { 'autonomy.evaluation.stale.share': 0.25 };
    expect(await t.scrape()).toEqual(share);
    t.pass(20_000);
    expect(await t.scrape()).toEqual(share);
    expect(t.logger.warn.mock.calls).toEqual([
      ['The backlog cannot be measured: connection refused'],
    ]);
    isAway = false;
    expect(await t.scrape()).toEqual(share);
    t.pass(20_000);
    expect(await t.scrape()).toMatchObject({ 'autonomy.inbox.depth': 0 });
    isAway = true;
    t.pass(20_000);
    expect(await t.scrape()).toEqual(share);
    expect(t.logger.warn).toHaveBeenCalledTimes(2);
  });
});
