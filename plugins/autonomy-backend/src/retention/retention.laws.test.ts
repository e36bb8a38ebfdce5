import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { EVALUATION_START as START, setUpEvaluation } from '../__testUtils__';
import { DatabaseEvidenceStore } from '../ingestion';
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
  lasts: fc.constantFrom(20, 200, 500, 1_100),
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

/** Remembers since when deployments failed too often, which no built-in guardrail does. */
const GUARDRAIL = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: own, title: Own }
spec:
  role: guardrails
  checks:
    - id: few-failures
      title: Few deployments fail
      areas: [deployment]
      effect: inform
      expression: deployments.changeFailureRate <= 0.3
`;

const [CHECKOUT, LEDGER] = NAMES.map(name => `component:default/${name}`);
type Deployments = Story['deployments'];
const deployed = (
  of: string,
  status: Deployments[number]['status'],
  ...days: number[]
): Deployments =>
  days.map(on => ({
    entityRef: of,
    id: '1',
    status,
    on,
    after: 0,
    incidentId: undefined,
  }));

/**
 * Both are away for about 200 days, and evaluated from where they were before: what counted then is more
 * than a year old when they are back. The facts make the engine look in between.
 */
const LONG_AWAY: Story = {
  bootstrap: 'lowest',
  incidents: [],
  deployments: [
    ...deployed(CHECKOUT, 'failed', -20, -10, 0),
    ...deployed(CHECKOUT, 'succeeded', 60),
    ...deployed(LEDGER, 'succeeded', -60, -30, -1),
  ],
  coverage: [CHECKOUT, LEDGER].map(of => ({
    entityRef: of,
    source: 'pager',
    on: -400,
    after: 0,
    lasts: 1_100,
    ends: false,
  })),
  facts: [
    { entityRef: LEDGER, on: 5, after: 0, rotation: true, ttl: 400 },
    { entityRef: CHECKOUT, on: 205, after: 0, rotation: true, ttl: 400 },
  ],
  away: [undefined, 'ledger', 'checkout', undefined, undefined],
};
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
  const directory = createMockDirectory({ content: { 'own.yaml': GUARDRAIL } });
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
      'evaluation_events',
      'evaluation_points',
      'evaluation_queue',
      'outbox',
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

  /** What is older than an evaluation asks for changes nothing either. */
  let readsEverything = false;
  beforeAll(() => {
    const { readFor } = DatabaseEvidenceStore.prototype;
    jest
      .spyOn(DatabaseEvidenceStore.prototype, 'readFor')
      .mockImplementation(function read(this: any, refs, since) {
        return readFor.call(this, refs, readsEverything ? undefined : since);
      });
  });
  afterAll(() => jest.restoreAllMocks());

  it('changes no result, whoever looks when and was away in between', async () => {
    let deleted = 0;
    await fc.assert(
      fc.asyncProperty(story, async it => {
        const worlds: World[] = [];
        for (const knex of databasesOfWorlds) {
          const policyFiles = [directory.resolve('own.yaml')];
          worlds.push(
            await setUpEvaluation(knex, {
              bootstrap: it.bootstrap,
              policyFiles,
            }),
          );
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
          policy: purged.policy,
        });
        const all = purged.catalog.entities;
        for (const [look, now] of LOOKS.entries()) {
          for (const world of worlds) {
            readsEverything = world === whole;
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
      {
        examples: [[LONG_AWAY]],
        numRuns: databaseId === 'SQLITE_3' ? 7 : 3,
      },
    );
    expect(deleted).toBeGreaterThan(0);
  });
});
