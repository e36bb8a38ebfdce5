import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  EntityFacts,
  FactCollector,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { applyMigrations } from '../../database';
import { DatabaseFactsStore } from '../DatabaseFactsStore';
import { collector } from './__testUtils__/collector';
import { CollectorRunner } from './CollectorRunner';
import { DatabaseCollectorRuns } from './DatabaseCollectorRuns';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const START = Date.parse('2026-06-01T00:00:00Z');
const AT = '2026-05-31T22:00:00Z';
const ref = (name: string) => `component:default/${name}`;

function snapshot(name: string): EntitySnapshot {
  const [type] = name.split('-');
  return {
    entityRef: ref(name),
    kind: 'Component',
    spec: { type },
    metadata: { name },
  } as Partial<EntitySnapshot> as EntitySnapshot;
}

const backedUp = (entities: readonly EntitySnapshot[]): EntityFacts[] =>
  entities.map(({ entityRef }) => ({ entityRef, facts: { lastBackupAt: AT } }));

describe.each(databases.eachSupportedId())('CollectorRunner on %s', id => {
  async function setup(names: string[], rest: Partial<FactCollector>) {
    const knex = await databases.init(id);
    await applyMigrations(mockServices.database.mock(), knex);
    const clock = { time: START, now: async () => clock.time };
    const logger = mockServices.logger.mock();
    const runs = DatabaseCollectorRuns.create({ knex });
    const store = DatabaseFactsStore.create({ knex });
    const touched: string[][] = [];
    const finished: string[] = [];
    const runner = CollectorRunner.create({
      clock,
      collector: collector(rest),
      index: {
        listScope: async () => names.map(ref),
        readScoped: async refs =>
          names
            .filter(name => refs.includes(ref(name)))
            .map(name => ({ snapshot: snapshot(name) } as any)),
      },
      logger,
      runs,
      store,
      ttl: 60_000,
      onFinished: ({ status }) => finished.push(status),
      marks: { mark: async (_, refs) => void touched.push([...refs]) },
    });
    return {
      clock,
      finished,
      knex,
      logger,
      runs,
      touched,
      run: async (signal = new AbortController().signal) => {
        await runner.run(signal);
        const [run] = await runs.readAll();
        return run;
      },
      read: (name: string) =>
        store.readFor([ref(name)]).then(found => found.get(ref(name))?.[0]),
    };
  }

  it('asks about everything in scope, in batches, and stores the answers', async () => {
    const batches: string[][] = [];
    const t = await setup(['job-a', 'service-a', 'service-b', 'service-c'], {
      batchSize: 2,
      entityFilter: { 'spec.type': 'service' },
      collect: async ({ entities }) => {
        batches.push(entities.map(({ metadata }) => String(metadata.name)));
        return backedUp(entities);
      },
    });
    expect(await t.run()).toEqual({
      collector: 'backups',
      status: 'ok',
      startedAt: START,
      finishedAt: START,
      succeededAt: START,
      entities: 3,
      stored: 3,
      unchanged: 0,
      failed: 0,
      error: undefined,
    });
    expect(batches).toEqual([['service-a', 'service-b'], ['service-c']]);
    expect(await t.read('service-a')).toEqual({
      collector: 'backups',
      values: { lastBackupAt: AT },
      since: START,
      collectedAt: START,
      ttl: 60_000,
    });
    expect(await t.read('job-a')).toBeUndefined();
    expect(t.touched).toEqual([
      [ref('service-a'), ref('service-b')],
      [ref('service-c')],
    ]);

    expect(await t.run()).toMatchObject({ stored: 0, unchanged: 3 });
    t.clock.time += 1_000;
    expect(await t.run()).toMatchObject({
      stored: 3,
      succeededAt: START + 1_000,
    });
    expect(await t.read('service-a')).toMatchObject({
      since: START,
      collectedAt: START + 1_000,
    });
    expect(t.finished).toEqual(['ok', 'ok', 'ok']);
    expect(t.logger.warn).not.toHaveBeenCalled();
    await t.knex.destroy();
  });

  const answers: [string, any, RegExp][] = [
    [
      'of a fact of another type',
      { facts: { lastBackupAt: 'today' } },
      /bad: facts\.lastBackupAt: expected an ISO 8601/,
    ],
    [
      'of a fact that is not declared',
      { facts: { size: 1 } },
      /bad: facts\.size: expected no fact/,
    ],
    [
      'that is no JSON',
      { facts: { tool: new Map() } },
      /bad: facts\.tool: expected a JSON value/,
    ],
    [
      'from the future',
      { collectedAt: START + 6 * 60_000 },
      /bad: collectedAt: expected an instant/,
    ],
    [
      'with an instant that is a text',
      { collectedAt: AT },
      /bad: collectedAt: expected an instant/,
    ],
    ['with a further field', { ttl: 5 }, /bad: ttl: expected no field/],
    [
      'about somebody else',
      { entityRef: ref('other') },
      /other: entityRef: expected one of the entities/,
    ],
  ];
  it.each(answers)(
    'refuses an answer %s, and no other',
    async (_, change, error) => {
      const t = await setup(['bad', 'good'], {
        collect: async ({ entities }) =>
          backedUp(entities).map(answer =>
            answer.entityRef === ref('bad') ? { ...answer, ...change } : answer,
          ),
      });
      expect(await t.run()).toMatchObject({
        status: 'partial',
        entities: 2,
        stored: 1,
        failed: 1,
        succeededAt: undefined,
        error: expect.stringMatching(error),
      });
      expect(await t.read('bad')).toBeUndefined();
      expect(await t.read('good')).toBeDefined();
      expect(t.logger.warn).toHaveBeenCalledTimes(1);
      await t.knex.destroy();
    },
  );

  it('takes neither of two answers about one entity, and no answer for no failure', async () => {
    const t = await setup(['a', 'b', 'c'], {
      collect: async ({ entities: [a, b] }) => backedUp([a, b, a]),
    });
    expect(await t.run()).toMatchObject({ status: 'partial', stored: 1 });
    expect(await t.read('a')).toBeUndefined();
    expect(await t.read('b')).toBeDefined();
    await t.knex.destroy();
  });

  it('goes on after a batch that fails, and keeps what was known', async () => {
    let isBroken = false;
    const t = await setup(['a', 'b', 'c'], {
      batchSize: 1,
      collect: async ({ entities }) => {
        if (isBroken && entities[0].entityRef === ref('b')) {
          throw new Error('GET https://x:geheim@backups.example/b: 503');
        }
        return backedUp(entities);
      },
    });
    await t.run();
    isBroken = true;
    t.clock.time += 1_000;
    expect(await t.run()).toMatchObject({
      status: 'partial',
      stored: 2,
      failed: 1,
      error: 'GET https://backups.example/b: 503',
      succeededAt: START,
      finishedAt: START + 1_000,
    });
    expect(await t.read('b')).toMatchObject({ collectedAt: START });
    expect(JSON.stringify(t.logger.warn.mock.calls)).not.toContain('geheim');
    await t.knex.destroy();
  });

  it.each<[string, () => any]>([
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects with nothing', () => Promise.reject()],
    ['answers nothing', async () => undefined],
    ['answers an object', async () => ({ length: 2 })],
    ['answers nonsense', async () => [null, 5, {}]],
  ])('outlives a collector that %s', async (_, collect) => {
    const t = await setup(['a', 'b'], { collect });
    expect(await t.run()).toMatchObject({
      status: 'failed',
      stored: 0,
      error: expect.any(String),
    });
    expect(t.finished).toEqual(['failed']);
    await t.knex.destroy();
  });

  it('stops where it is told to, even if the collector does not listen', async () => {
    const stop = new AbortController();
    const seen: AbortSignal[] = [];
    const t = await setup(['a', 'b', 'c'], {
      batchSize: 1,
      collect: async ({ entities, signal }) => {
        seen.push(signal);
        if (seen.length === 2) {
          stop.abort();
          return new Promise<never>(() => {});
        }
        return backedUp(entities);
      },
    });
    expect(await t.run(stop.signal)).toMatchObject({
      status: 'partial',
      entities: 2,
      stored: 1,
      failed: 1,
      error: 'it was stopped, or took longer than its timeout',
    });
    expect(seen).toEqual([stop.signal, stop.signal]);
    expect(await t.run(stop.signal)).toMatchObject({
      status: 'failed',
      entities: 0,
    });
    await t.knex.destroy();
  });

  it('shows what runs, beside what came of the run before', async () => {
    const t = await setup(['a'], { collect: async () => [] });
    await t.run();
    await t.runs.start('backups', START + 5);
    await t.runs.start('other', START + 6);
    expect(await t.runs.readAll()).toMatchObject([
      {
        collector: 'backups',
        status: 'running',
        startedAt: START + 5,
        finishedAt: START,
        entities: 1,
      },
      { collector: 'other', status: 'running', entities: 0 },
    ]);
    await t.knex.destroy();
  });

  it('does not fail where nothing can be remembered', async () => {
    const t = await setup(['a'], { collect: async () => [] });
    await t.knex.schema.dropTable('collector_runs');
    await expect(t.run()).rejects.toThrow('collector_runs');
    expect(t.logger.warn).toHaveBeenCalledTimes(1);
    await t.knex.destroy();
  });
});
