import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { DatabasePolicySource } from '../sources';
import { DatabasePolicyVersions } from './DatabasePolicyVersions';
import type { PolicyVersionsStore } from './PolicyVersionsStore';
import { statesOf } from './statesOf';
import type { NewVersion } from './VersionRow';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'DatabasePolicyVersions on %s',
  databaseId => {
    let knex: Knex;
    let versions: PolicyVersionsStore;
    let source: DatabasePolicySource;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(
        mockServices.database.mock({ getClient: async () => knex }),
        knex,
      );
      versions = DatabasePolicyVersions.create({ knex });
      const builtIn = new Set(['scorecard/shipped', 'overlay/shipped']);
      source = DatabasePolicySource.create({ builtIn, versions });
    });
    beforeEach(async () => {
      await knex('policy_versions').delete();
      await knex('published_checks').delete();
    });
    afterAll(() => knex.destroy());

    const publish = (name: string, rest: Partial<NewVersion> = {}) =>
      versions.exclusively(async store => {
        const version: NewVersion = {
          kind: 'scorecard',
          name,
          action: 'publish',
          yaml: `${name} at ${rest.effectiveFrom ?? 100}`,
          changes: [],
          author: 'user:default/bo',
          publishedAt: 100,
          effectiveFrom: 100,
          note: 'Because',
          ...rest,
        };
        return (await store.append(version)).number;
      });
    const withdraw = (number: number) =>
      versions.exclusively(store =>
        store.withdraw(number, {
          by: 'user:default/ann',
          at: 150,
          note: 'Not now',
        }),
      );
    const textsAt = async (now: number) =>
      (await source.read(now)).map(({ yaml }) => yaml);

    it('counts from its instant on, unless it was withdrawn', async () => {
      const first = await publish('a');
      const second = await publish('a', { effectiveFrom: 200 });
      await publish('b', { effectiveFrom: 300 });
      expect(await textsAt(99)).toEqual([]);
      expect(await textsAt(199)).toEqual(['a at 100']);
      expect(await textsAt(200)).toEqual(['a at 200']);
      expect(await textsAt(300)).toEqual(['a at 200', 'b at 300']);
      const states = async (now: number) =>
        statesOf(await versions.list(), now).map(({ state }) => state);
      expect(await states(100)).toEqual(['scheduled', 'scheduled', 'in-force']);
      expect(await states(300)).toEqual(['in-force', 'in-force', 'superseded']);

      await withdraw(second);
      expect(await textsAt(300)).toEqual(['a at 100', 'b at 300']);
      expect(await states(300)).toEqual(['in-force', 'withdrawn', 'in-force']);
      expect(
        (await versions.standing(100)).map(({ number }) => number),
      ).toEqual([first, second + 1]);
    });

    it('takes a built-in scorecard away with what was published over it', async () => {
      await publish('shipped');
      await publish('shipped', { action: 'retire', yaml: undefined });
      await publish('own');
      await publish('own', { action: 'retire', yaml: undefined });
      expect(await textsAt(100)).toEqual([
        expect.stringContaining('name: "shipped"\n  disabled: true'),
      ]);
      await publish('shipped', {
        action: 'roll-back',
        restores: 0,
        yaml: undefined,
      });
      expect(await textsAt(100)).toEqual([]);
    });

    it('has another revision whenever it says something else', async () => {
      const seen: [string, string][] = [];
      const look = async (now: number) => {
        seen.push([
          await source.revision(now),
          JSON.stringify(await source.read(now)),
        ]);
      };
      await look(100);
      await publish('a');
      await look(100);
      const later = await publish('a', { effectiveFrom: 200 });
      await look(100);
      await look(200);
      await withdraw(later);
      await look(200);
      for (const [revision, text] of seen) {
        const same = seen.filter(each => each[0] === revision);
        expect(new Set(same.map(each => each[1]))).toEqual(new Set([text]));
      }
      expect(new Set(seen.map(([revision]) => revision)).size).toBe(5);
    });

    it('remembers when checks were first published, from then on', async () => {
      await versions.exclusively(async store => {
        await store.addChecks(['a', 'b'], 100);
        await store.addChecks(['b', 'c'], 200);
      });
      expect(await source.readPublished(199)).toEqual({ a: 100, b: 100 });
      expect(await source.readPublished(200)).toEqual({
        a: 100,
        b: 100,
        c: 200,
      });
      await versions.exclusively(store => store.forgetChecks(['b', 'c'], 200));
      expect(await source.readPublished(200)).toEqual({ a: 100, b: 100 });
    });

    it('lets nobody in while somebody publishes', async () => {
      const steps: string[] = [];
      const work = (name: string) =>
        versions.exclusively(async store => {
          steps.push(`${name} begins`);
          await store.list();
          await store.standing(0);
          steps.push(`${name} ends`);
        });
      await Promise.all([work('one'), work('two'), work('three')]);
      const names = steps.map(step => step.split(' ')[0]);
      expect([0, 2, 4].map(i => names[i] === names[i + 1])).toEqual([
        true,
        true,
        true,
      ]);
    });
  },
);
