import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { Claims, type ClaimableRow } from './Claims';
import { ClaimWorker } from './ClaimWorker';

interface Row extends ClaimableRow {
  id: string;
  done_by: string | null;
}

const LEASE = 30_000;
const databases = TestDatabases.create();
jest.setTimeout(60_000);

async function setUp(knex: Knex, count: number) {
  await knex.schema.createTable('work', table => {
    table.text('id').primary();
    table.bigInteger('due_at');
    table.text('ticket');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('done_by');
  });
  const rows = Array.from({ length: count }, (_, i) => ({
    id: `w${String(i).padStart(3, '0')}`,
    due_at: i,
  }));
  await knex('work').insert(rows);
  return Claims.create<Row>({ knex, table: 'work', key: 'id', lease: LEASE });
}

describe.each(databases.eachSupportedId())('Claims on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(async () => {
    await knex.destroy();
  });

  const idsOf = (rows: Row[]) => rows.map(({ id }) => id).sort();
  const finish = (claims: Claims<Row>, rows: Row[], by: string) =>
    knex.transaction(async trx => {
      const own = await claims.hold(trx, rows);
      await claims.finish(trx, own, { done_by: by });
      return own.length;
    });

  it('give each row to one taker, the longest overdue first', async () => {
    const claims = await setUp(knex, 5);
    const first = await claims.take(3, 2);
    expect(idsOf(first)).toEqual(['w000', 'w001']);
    const second = await claims.take(3, 10);
    expect(idsOf(second)).toEqual(['w002', 'w003']);
    expect(await claims.take(3, 10)).toEqual([]);
    expect(first[0]).toMatchObject({ attempts: 1 });
  });

  it('let takers that meet have different rows', async () => {
    const claims = await setUp(knex, 40);
    const taken = await Promise.all(
      Array.from({ length: 4 }, () => claims.take(100, 10)),
    );
    const ids = idsOf(taken.flat());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('give the rows of one that died to the next after the lease, and keep the dead from writing', async () => {
    const claims = await setUp(knex, 2);
    const zombie = await claims.take(10, 10);
    expect(await claims.take(9 + LEASE, 10)).toEqual([]);
    const heir = await claims.take(10 + LEASE, 10);
    expect(idsOf(heir)).toEqual(['w000', 'w001']);
    expect(heir[0].attempts).toBe(2);

    expect(await finish(claims, zombie, 'zombie')).toBe(0);
    expect(await finish(claims, heir, 'heir')).toBe(2);
    expect(await finish(claims, zombie, 'zombie')).toBe(0);
    expect(await knex('work').select('done_by', 'due_at', 'ticket')).toEqual(
      Array(2).fill({ done_by: 'heir', due_at: null, ticket: null }),
    );
  });

  it('take what a clock that has been set back since had put off', async () => {
    await setUp(knex, 1);
    const claims = Claims.create<Row>({
      knex,
      table: 'work',
      key: 'id',
      lease: LEASE,
      longest: 1_000,
    });
    const later = 10_000_000;
    await claims.putOff(await claims.take(later, 1), later + 500);
    expect(await claims.take(later, 1)).toEqual([]);
    expect(await claims.take(100, 1)).toHaveLength(1);
  });

  it('take again what was put off, and nothing that was taken from one', async () => {
    const claims = await setUp(knex, 1);
    const rows = await claims.take(0, 1);
    await claims.putOff(rows, 500, { done_by: 'nobody yet' });
    expect(await claims.take(499, 1)).toEqual([]);
    const again = await claims.take(500, 1);
    expect(again).toMatchObject([{ attempts: 2, done_by: 'nobody yet' }]);
    await claims.putOff(rows, 0);
    expect(await claims.take(600, 1)).toEqual([]);
  });
});

describe('ClaimWorker', () => {
  it('begins no more while what it gave up on goes on holding connections', async () => {
    const logger = mockServices.logger.mock();
    let underWay = 0;
    const worker = ClaimWorker.create({
      limit: 1,
      logger,
      name: 'test',
      work: () => {
        underWay += 1;
        return new Promise(() => {});
      },
    });
    worker.start();
    for (let n = 0; n < 20; n++) {
      worker.wake();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await worker.stop();
    expect(underWay).toBeLessThanOrEqual(2);
  });

  it('does not wait for what will never end', async () => {
    const logger = mockServices.logger.mock();
    let rounds = 0;
    let secondRound = () => {};
    const again = new Promise<void>(resolve => {
      secondRound = resolve;
    });
    const worker = ClaimWorker.create({
      limit: 20,
      logger,
      name: 'test',
      work: () => {
        rounds += 1;
        if (rounds > 1) secondRound();
        return rounds > 1 ? Promise.resolve(0) : new Promise(() => {});
      },
    });
    worker.start();
    await again;
    await worker.stop();
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('goes on after failures, works when woken and stops when told', async () => {
    const logger = mockServices.logger.mock();
    const taken = [
      async () => {
        throw new Error('the database is away');
      },
      async () => {
        throw new Error('the database is away');
      },
      async () => 1,
    ];
    let rounds = 0;
    let atRest = () => {};
    const resting = new Promise<void>(resolve => {
      atRest = resolve;
    });
    const worker = ClaimWorker.create({
      limit: 60_000,
      logger,
      name: 'test',
      work: async () => {
        rounds += 1;
        const next = taken.shift();
        if (next) return next();
        atRest();
        return 0;
      },
    });
    worker.start();
    await resting;
    worker.wake();
    await worker.stop();
    expect(rounds).toBeGreaterThanOrEqual(4);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
