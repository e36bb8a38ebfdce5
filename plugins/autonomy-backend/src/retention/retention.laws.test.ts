import { TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { EVALUATION_START as START, setUpEvaluation } from '../__testUtils__';
import { createRetentionJob } from './createRetentionJob';

const databases = TestDatabases.create();
// Each look steps through months.
jest.setTimeout(300_000);

const DAY = 86_400_000;
const at = (day: number) => START + day * DAY;
const NAMES = ['checkout', 'ledger'];

/** When everybody looks; whatever was told until then is known. */
const LOOKS = [0, 200, 420, 480, 700];
const LAST = LOOKS[LOOKS.length - 1];

const day = (min: number, max = LAST) => fc.integer({ min, max });
const entityRef = fc
  .constantFrom(...NAMES)
  .map(name => `component:default/${name}`);
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

/** Something that happened on a day, and was told later. Before the start nobody could be told. */
const told = { on: day(-800), after: fc.constantFrom(0, 0, 3, 150) };
const toldOn = ({ after, on }: { after: number; on: number }) =>
  on < 0 ? 0 : on + after;

const incident = fc.record({
  ...told,
  entityRef,
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
  lasts: maybe(fc.constantFrom(0, 1, 60)),
  reviewed: maybe(fc.constantFrom(2, 30)),
});
const deployment = fc.record({
  ...told,
  entityRef,
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  status: fc.constantFrom('succeeded', 'failed', 'rolled-back'),
  incidentId: maybe(fc.constantFrom('1', '2', '3')),
});
const coverage = fc.record({
  ...told,
  entityRef,
  source: fc.constantFrom('pager', 'other'),
  lasts: fc.constantFrom(20, 200, 500),
  ends: fc.boolean(),
});
const facts = fc.record({
  ...told,
  entityRef,
  rotation: fc.boolean(),
  ttl: fc.constantFrom(1, 40, 400),
});
const story = fc.record({
  bootstrap: fc.constantFrom('lowest' as const, 'sustained' as const),
  incidents: fc.array(incident, { minLength: 4, maxLength: 8 }),
  deployments: fc.array(deployment, { minLength: 4, maxLength: 8 }),
  coverage: fc.array(coverage, { minLength: 2, maxLength: 6 }),
  facts: fc.array(facts, { minLength: 4, maxLength: 8 }),
  /** Who is away at which look, none for a whole window of trust. */
  away: fc.array(fc.constantFrom(undefined, ...NAMES), {
    minLength: LOOKS.length,
    maxLength: LOOKS.length,
  }),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
type World = Awaited<ReturnType<typeof setUpEvaluation>>;

async function tell(
  { clock, stores }: World,
  { coverage: watches, deployments, facts: documents, incidents }: Story,
  since: number,
  now: number,
) {
  const news = <T extends { on: number; after: number }>(items: T[]) =>
    items.filter(item => toldOn(item) > since && toldOn(item) <= now);
  await stores.incidents.put(
    news(incidents).map(({ id, lasts, on, reviewed, severity, ...rest }) => ({
      id: `${id} ${on}`,
      source: 'pager',
      entityRef: rest.entityRef,
      title: 'Down',
      severity: severity as any,
      areas: ['deployment'],
      startedAt: at(on),
      resolvedAt: lasts === undefined ? undefined : at(on + lasts),
      review:
        reviewed === undefined
          ? undefined
          : { completedAt: at(on + reviewed), actions: [] },
    })),
    clock.time,
  );
  await stores.deployments.put(
    news(deployments).map(({ id, incidentId, on, status, ...rest }) => ({
      id: `${id} ${on}`,
      source: 'ci',
      entityRef: rest.entityRef,
      status: status as any,
      area: 'deployment',
      finishedAt: at(on),
      incidentId,
    })),
    clock.time,
  );
  await stores.coverage.put(
    news(watches).map(({ ends, lasts, on, source, ...rest }) => ({
      source,
      entityRef: rest.entityRef,
      from: at(on),
      to: ends ? at(on + lasts) : undefined,
      lastHeardAt: at(on + lasts),
    })),
    clock.time,
  );
  await stores.facts.put(
    news(documents).map(({ on, rotation, ttl, ...rest }) => ({
      collector: 'oncall',
      entityRef: rest.entityRef,
      values: { rotation, incidentProcess: true },
      collectedAt: at(on),
      ttl: ttl * DAY,
    })),
    clock.time,
  );
}

describe.each(databases.eachSupportedId())('retention on %s', databaseId => {
  let databasesOfWorlds: Knex[];
  beforeAll(async () => {
    databasesOfWorlds = [
      await databases.init(databaseId),
      await databases.init(databaseId),
    ];
  });
  afterAll(() => Promise.all(databasesOfWorlds.map(knex => knex.destroy())));

  async function forgetAll(knex: Knex) {
    for (const table of [
      'entities',
      'entity_context',
      'entity_relations',
      'entity_search',
      'departed_entities',
      'evaluations',
      'facts',
      'fact_history',
      'incidents',
      'deployments',
      'coverage',
      'job_runs',
    ]) {
      await knex(table).delete();
    }
    await knex('index_state').update({
      derived_revision: 0,
      derived_with: '',
      settled_at: null,
    });
  }

  it('changes no result, whoever looks when and was away in between', async () => {
    let deleted = 0;
    await fc.assert(
      fc.asyncProperty(story, async it => {
        const worlds: World[] = [];
        for (const knex of databasesOfWorlds) {
          worlds.push(await setUpEvaluation(knex, it));
          await forgetAll(knex);
          await worlds[worlds.length - 1].index.markSettled(START);
        }
        const [purged, whole] = worlds;
        const retention = createRetentionJob({
          clock: purged.clock,
          knex: databasesOfWorlds[0],
          logger: purged.logger,
          metrics: metricsServiceMock.mock({
            createCounter: () => ({
              add: count => {
                deleted += count;
              },
            }),
          }),
          policy: purged.policy.policy,
        });
        const all = purged.catalog.entities;
        for (const [look, now] of LOOKS.entries()) {
          for (const world of worlds) {
            world.clock.time = at(now);
            await tell(world, it, LOOKS[look - 1] ?? -Infinity, now);
            world.catalog.entities = all.filter(
              ({ metadata }) => look === 0 || metadata.name !== it.away[look],
            );
            await world.sweep();
            await world.evaluateAll();
          }
          expect(await purged.read()).toEqual(await whole.read());
          await retention.run();
        }
      }),
      { numRuns: databaseId === 'SQLITE_3' ? 6 : 2 },
    );
    expect(deleted).toBeGreaterThan(0);
  });
});
