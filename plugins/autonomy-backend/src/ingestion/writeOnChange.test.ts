import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres } from '../database';
import {
  EVALUATION_START as START,
  setUpEvaluation,
} from '../__testUtils__/setUpEvaluation';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const CHECKOUT = 'component:default/checkout';
const TABLES = [
  'attestations',
  'coverage',
  'departed_entities',
  'deployments',
  'entities',
  'entity_context',
  'entity_relations',
  'entity_search',
  'evaluation_events',
  'evaluation_points',
  'evaluations',
  'fact_history',
  'facts',
  'incident_proposals',
  'incident_sources',
  'incidents',
  'index_state',
  'outbox',
];

/** Counts writes, even of the same values. */
async function countWrites(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    return;
  }
  await knex.raw('create temp table writes (count integer)');
  await knex('writes').insert({ count: 0 });
  for (const table of TABLES) {
    for (const action of ['insert', 'update', 'delete']) {
      await knex.raw(
        `create temp trigger ${table}_${action} after ${action} on ${table}
          begin update writes set count = count + 1; end`,
      );
    }
  }
}

/** Differs after every write, even of the same values. */
async function writesOf(knex: Knex): Promise<unknown> {
  if (!isPostgres(knex)) {
    return knex('writes');
  }
  const versions: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await knex(table).select(
      knex.raw('xmin::text || ctid::text as version'),
    );
    versions[table] = rows.map(row => row.version).sort();
  }
  return versions;
}

describe.each(databases.eachSupportedId())(
  'what is stored on %s',
  databaseId => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(() => knex.destroy());

    it('is not written again when it is reported again or evaluated again', async () => {
      const t = await setUpEvaluation(knex);
      const { clock, stores } = t;
      const incidents = ['1', '2'].map(id => ({
        id,
        source: 'pager',
        entityRef: CHECKOUT,
        title: 'Down',
        severity: 'low' as const,
        areas: ['deployment'],
        startedAt: START - 20 * DAY,
        occurredAt: START - 19 * DAY,
        resolvedAt: START - 19 * DAY,
      }));
      const deployments = ['1', '2'].map(id => ({
        id,
        source: 'ci',
        entityRef: CHECKOUT,
        status: 'succeeded' as const,
        area: 'deployment',
        finishedAt: START - DAY,
      }));
      const coverage = [0, 1].map(day => ({
        source: 'pager',
        entityRef: CHECKOUT,
        from: START - 1_000 * DAY + day,
        lastHeardAt: START,
      }));
      const facts = [2, 1, 0].map(day => ({
        entityRef: CHECKOUT,
        collector: 'oncall',
        values: { rotation: day > 0 },
        collectedAt: START - day * DAY,
        ttl: 10 * DAY,
      }));
      const report = async () => {
        const outcomes = [
          await stores.incidents.put(incidents, clock.time),
          await stores.deployments.put(deployments, clock.time),
          await stores.coverage.put(coverage, clock.time),
          await stores.facts.put(facts, clock.time),
        ];
        return outcomes.flatMap(({ statuses }) => statuses);
      };
      expect(new Set(await report())).toEqual(new Set(['stored']));
      await t.sweep();
      await t.evaluateAll();
      await countWrites(knex);

      const before = await writesOf(knex);
      clock.time += DAY / 8;
      expect(new Set(await report())).toEqual(new Set(['unchanged']));
      expect(await writesOf(knex)).toEqual(before);
      await t.sweep();
      expect(await writesOf(knex)).toEqual(before);
      await t.evaluateAll();
      expect(await writesOf(knex)).toEqual(before);
      await t.evaluation.sweep.runWhole();
      expect(await writesOf(knex)).toEqual(before);

      // The measure itself notices a write of the same values.
      await knex('facts').update({ ttl: 10 * DAY });
      expect(await writesOf(knex)).not.toEqual(before);
    });
  },
);
