import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { inTransaction } from './inTransaction';
import { isPostgres } from './isPostgres';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'inTransaction on %s',
  databaseId => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await knex.schema.createTable('accounts', table => {
        table.string('id').primary();
        table.integer('value').notNullable();
      });
      await knex('accounts').insert([
        { id: 'a', value: 0 },
        { id: 'b', value: 0 },
      ]);
    });
    afterEach(() => knex.destroy());

    const add = (trx: Knex.Transaction, id: string) =>
      trx('accounts').where({ id }).increment('value', 1);
    const values = () => knex('accounts').orderBy('id').pluck('value');

    it('runs those anew that wait for each other', async () => {
      let runs = 0;
      let holders = 0;
      let meet: () => void;
      const met = new Promise<void>(resolve => {
        meet = resolve;
      });
      const cross = (first: string, second: string) =>
        inTransaction(knex, async trx => {
          runs += 1;
          await add(trx, first);
          holders += 1;
          // One connection runs one transaction: on SQLite nobody can be waited for.
          if (holders === 2 || !isPostgres(knex)) {
            meet();
          }
          await met;
          await add(trx, second);
          return first;
        });
      expect(await Promise.all([cross('a', 'b'), cross('b', 'a')])).toEqual([
        'a',
        'b',
      ]);
      expect(await values()).toEqual([2, 2]);
      expect(runs).toBe(isPostgres(knex) ? 3 : 2);
    });

    it('gives up after four times', async () => {
      let runs = 0;
      const work = inTransaction(knex, async trx => {
        runs += 1;
        await add(trx, 'a');
        throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      });
      await expect(work).rejects.toThrow('deadlock detected');
      expect(runs).toBe(4);
      expect(await values()).toEqual([0, 0]);
    });

    it('throws what the work throws', async () => {
      let runs = 0;
      const work = inTransaction(knex, async trx => {
        runs += 1;
        await add(trx, 'a');
        throw new Error('not so');
      });
      await expect(work).rejects.toThrow('not so');
      expect(runs).toBe(1);
      expect(await values()).toEqual([0, 0]);
    });
  },
);
