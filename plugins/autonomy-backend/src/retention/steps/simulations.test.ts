import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { simulations } from './simulations';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = 100 * DAY;

describe.each(databases.eachSupportedId())(
  'simulations that are kept on %s',
  databaseId => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
    });
    afterEach(() => knex.destroy());

    const simulation = (id: string, age: number, rest: object = {}) => ({
      id,
      state: 'done',
      yaml: '',
      created_by: 'user:default/ann',
      created_at: NOW - age * DAY,
      as_of: 0,
      compared_with: '',
      changes: '[]',
      total: 0,
      at_once: '{}',
      settled: '{}',
      ...rest,
    });

    it('are those of a month, those that are not over, and those of publications', async () => {
      await knex('simulations').insert([
        simulation('old', 31),
        simulation('older', 32),
        simulation('young', 29),
        simulation('running', 40, { state: 'running', due_at: 1 }),
        simulation('published', 40),
      ]);
      await knex('policy_versions').insert({
        kind: 'scorecard',
        name: 'extra',
        action: 'publish',
        author: 'user:default/ann',
        published_at: 1,
        effective_from: 1,
        note: 'Why',
        changes: '[]',
        simulation_id: 'published',
      });
      const ids = ['old', 'older', 'young', 'running', 'published'];
      await knex('simulation_moves').insert(
        ids.flatMap(simulation_id =>
          Array.from({ length: 7 }, (_, n) => ({
            simulation_id,
            entity_ref: `component:default/s${n}`,
            at_once_kinds: 0,
            settled_kinds: 0,
          })),
        ),
      );
      const step = simulations();
      const look = () =>
        knex.transaction(trx => step.run(trx, { limit: 5, now: NOW }));
      const shown = async () =>
        (await knex('simulations').where('expired', false).orderBy('id')).map(
          ({ id }) => id,
        );

      expect(await look()).toEqual({ deleted: 5, next: ['older'] });
      expect(await shown()).toEqual(['old', 'published', 'running', 'young']);
      expect(await look()).toEqual({ deleted: 3, next: ['older'] });
      expect(await look()).toEqual({ deleted: 5, next: ['old'] });
      expect(await look()).toEqual({ deleted: 3, next: ['old'] });
      expect(await look()).toEqual({ deleted: 0 });
      expect(await shown()).toEqual(['published', 'running', 'young']);
      const moves = await knex('simulation_moves').distinct('simulation_id');
      expect(moves).toHaveLength(3);
    });
  },
);
