import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../database';
import { DatabaseJobRunsStore } from '../tasks/JobRunsStore';
import { RetentionJob } from './RetentionJob';
import type { RetentionStep } from './RetentionStep';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'the job of retention on %s',
  databaseId => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
    });
    afterEach(() => knex.destroy());

    function setUp(...steps: RetentionStep[]) {
      const counted: Record<string, number> = {};
      const logger = mockServices.logger.mock();
      const job = RetentionJob.create({
        clock: { now: async () => 1_000 },
        count: (deleted, step) => {
          counted[step] = deleted;
        },
        knex,
        logger,
        runs: DatabaseJobRunsStore.create({ knex }),
        steps: () => steps,
      });
      return { counted, job, logger };
    }

    /** Deletes one row with each look at ten, of a table of so many looks. */
    function walk(name: string, looks: number): RetentionStep {
      return {
        name,
        run: async (_, { after = [0] }) => {
          const look = Number(after[0]) + 1;
          return { deleted: 1, next: look < looks ? [look] : undefined };
        },
      };
    }

    it('runs every step whatever becomes of the others, and tells', async () => {
      const broken: RetentionStep = {
        name: 'broken',
        run: async () => {
          throw new Error('no such table');
        },
      };
      const idle: RetentionStep = {
        name: 'idle',
        run: async () => ({ deleted: 0 }),
      };
      const t = setUp(walk('before', 2), broken, idle, walk('after', 3));
      expect(await t.job.lastRun()).toBeUndefined();
      await expect(t.job.run()).rejects.toThrow(
        'Retention failed in broken: no such table',
      );
      expect(await t.job.lastRun()).toEqual({
        at: 1_000,
        deleted: { before: 2, after: 3 },
        error: 'broken: no such table',
      });
      expect(t.counted).toEqual({ before: 2, broken: 0, idle: 0, after: 3 });
      expect(t.logger.info.mock.calls).toEqual([
        ['Deleted as too old: before 2, after 3'],
      ]);
      expect(await knex('job_runs').first()).toMatchObject({
        job: 'autonomy-purge',
        status: 'failed',
      });
    });

    it('tells what cannot be judged, and goes on', async () => {
      const odd: RetentionStep = {
        name: 'odd',
        run: async (_, { after }) => ({
          deleted: 1,
          next: after ? undefined : [1],
          odd: after && [
            { at: [5, 'pager'], error: new SyntaxError('garbled') },
            { at: [6, 'pager'], error: new SyntaxError('as well') },
          ],
        }),
      };
      const t = setUp(odd);
      await t.job.run();
      expect(t.counted).toEqual({ odd: 2 });
      expect(t.logger.warn.mock.calls).toEqual([
        [
          'Retention keeps 2 of odd that cannot be judged, first [5, pager]: garbled',
        ],
      ]);
    });

    it('leaves what is much for the next run', async () => {
      const first = setUp(walk('much', 70));
      await first.job.run();
      expect(first.counted).toEqual({ much: 50 });
      const second = setUp(walk('much', 70));
      await second.job.run();
      expect(second.counted).toEqual({ much: 20 });
      await second.job.run();
      expect(second.counted).toEqual({ much: 50 });
    });

    it('undoes what a look did before it failed, and stops when asked to', async () => {
      const stop = new AbortController();
      const half: RetentionStep = {
        name: 'half',
        run: async trx => {
          await trx('index_state').delete();
          throw new Error('killed');
        },
      };
      const last: RetentionStep = {
        name: 'last',
        run: async () => {
          stop.abort();
          return { deleted: 1, next: [1] };
        },
      };
      await expect(setUp(half).job.run()).rejects.toThrow('half: killed');
      expect(await knex('index_state')).toHaveLength(1);

      const t = setUp(last, walk('never', 1));
      await t.job.run(stop.signal);
      expect(await t.job.lastRun()).toEqual({
        at: 1_000,
        deleted: { last: 1 },
      });
      expect((await knex('job_runs').first()).status).toBe('stopped');
    });
  },
);
