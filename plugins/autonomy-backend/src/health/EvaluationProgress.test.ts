import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../database';
import { EvaluationProgress } from './EvaluationProgress';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const NOW = Date.parse('2026-06-01T12:00:00Z');
const ref = (name: string | number) => `component:default/${name}`;

describe.each(databases.eachSupportedId())(
  'progress of evaluations on %s',
  databaseId => {
    let knex: Knex;
    let progress: EvaluationProgress;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
      progress = EvaluationProgress.create({ knex, madeWith: () => 'ours' });
    });
    afterEach(() => knex.destroy());

    const putEntity = (name: string | number, inScope = true) =>
      knex('entities').insert({
        entity_ref: ref(name),
        etag: '',
        indexed_as: '',
        kind: 'Component',
        namespace: 'default',
        name,
        definition_length: 0,
        in_scope: inScope,
        sort_name: name,
        search_text: name,
        metadata: '{}',
        spec: '{}',
        first_seen_at: NOW,
      });

    const putResult = (name: string, stale: boolean) =>
      knex('evaluations').insert({
        entity_ref: ref(name),
        evaluated_at: NOW,
        policy_version: '',
        level: 1,
        level_title: '',
        guardrail_status: 'ok',
        guardrail_rank: 1,
        guardrails_breached: 0,
        readiness_gaps: 0,
        accountability: 0,
        body: '{}',
        body_hash: '',
        stale,
      });

    const putInQueue = (name: string | number, rest: object) =>
      knex('evaluation_queue').insert({
        entity_ref: ref(name),
        version: 1,
        ...rest,
      });

    it('is complete where there is nothing', async () => {
      expect(await progress.read(NOW)).toEqual({
        pending: 0,
        oldestPendingAt: undefined,
        lag: 0,
        quarantined: { count: 0, first: [] },
        entities: 0,
        neverEvaluated: 0,
        staleShare: 0,
        policyInForce: undefined,
        sweep: {
          startedAt: undefined,
          checked: 0,
          missed: 0,
          missedRefs: [],
          last: undefined,
        },
      });
    });

    it('counts what waits, whatever for', async () => {
      const waiting = {
        asked: { due_at: NOW, asked_at: NOW - 50 },
        taken: { due_at: NOW + 30_000, asked_at: NOW - 60, ticket: 'x' },
        'put off': { due_at: NOW + 9_000, asked_at: NOW - 70, attempts: 3 },
        overdue: { due_at: NOW - 20 },
      };
      const others = {
        later: { due_at: NOW + 1 },
        never: { due_at: null },
        quarantined: {
          asked_at: NOW - 900,
          quarantined_at: NOW - 100,
          reason: 'boom',
        },
      };
      for (const [name, row] of Object.entries({ ...waiting, ...others })) {
        await putEntity(name);
        await putInQueue(name, row);
      }
      expect(await progress.backlog(NOW)).toEqual({
        pending: 4,
        oldestPendingAt: NOW - 70,
        lag: 70,
        quarantined: 1,
      });
      // Its clock was set back.
      expect(await progress.backlog(NOW - 10_000)).toMatchObject({ lag: 0 });
    });

    it('names who was given up last, and nobody who left', async () => {
      for (let n = 0; n < 25; n++) {
        await putEntity(n);
        await putInQueue(n, { quarantined_at: NOW - n, reason: `why ${n}` });
      }
      await putEntity('outside', false);
      await putInQueue('outside', { quarantined_at: NOW, reason: 'gone' });
      await putInQueue('unknown', { quarantined_at: NOW, reason: 'gone' });
      const { quarantined } = await progress.read(NOW);
      expect(quarantined.count).toBe(25);
      expect(quarantined.first).toHaveLength(20);
      expect(quarantined.first.slice(0, 2)).toEqual([
        { entityRef: ref(0), since: NOW, reason: 'why 0' },
        { entityRef: ref(1), since: NOW - 1, reason: 'why 1' },
      ]);
    });

    it('tells shares of entities in scope', async () => {
      await putEntity('fresh');
      await putResult('fresh', false);
      await putEntity('stale');
      await putResult('stale', true);
      await putEntity('new');
      await putEntity('outside', false);
      await putResult('outside', true);
      await putResult('departed', true);
      expect(await progress.results()).toEqual({
        entities: 3,
        neverEvaluated: 1,
        staleShare: 0.5,
      });
    });

    it('tells which policy is in force and how far the search for missed changes is', async () => {
      await knex('policy_in_force').insert({
        id: 'results',
        made_with: 'theirs',
        renewed_at: NOW - 1,
      });
      const last = {
        startedAt: NOW - 200,
        finishedAt: NOW - 100,
        checked: 7,
        missed: 1,
        missedRefs: [ref('a')],
      };
      await knex('evaluation_sweep').insert({
        id: 'sweep',
        started_at: NOW - 50,
        cursor: ref('b'),
        checked: 3,
        missed: 0,
        missed_refs: '[]',
        last: JSON.stringify(last),
      });
      expect(await progress.read(NOW)).toMatchObject({
        policyInForce: {
          madeWith: 'theirs',
          renewedAt: NOW - 1,
          isOwn: false,
        },
        sweep: { startedAt: NOW - 50, checked: 3, missed: 0, last },
      });
      await knex('policy_in_force').update({ made_with: 'ours' });
      expect((await progress.read(NOW)).policyInForce?.isOwn).toBe(true);
    });
  },
);
