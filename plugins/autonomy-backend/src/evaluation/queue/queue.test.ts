import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { EvaluationQueue, LEASE_MS } from './EvaluationQueue';
import { PolicyInForce } from './PolicyInForce';
import { QUEUE_TABLE } from './QueueRow';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const A = 'component:default/a';
const B = 'component:default/b';

describe.each(databases.eachSupportedId())('queue on %s', databaseId => {
  let knex: Knex;
  let queue: EvaluationQueue;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    queue = EvaluationQueue.create({ knex });
  });
  afterEach(() => knex.destroy());

  const mark = (refs: string[], now: number) =>
    knex.transaction(trx => queue.mark(trx, refs, now));
  const read = async (ref: string) => {
    const row = await knex(QUEUE_TABLE).where('entity_ref', ref).first();
    return {
      due: row.due_at === null ? null : Number(row.due_at),
      asked: row.asked_at === null ? null : Number(row.asked_at),
      version: Number(row.version),
      evaluated: Number(row.evaluated_version),
      isTaken: row.ticket !== null,
    };
  };
  const finish = (
    rows: Awaited<ReturnType<EvaluationQueue['take']>>,
    next: number | undefined,
    now: number,
  ) =>
    knex.transaction(async trx => {
      const own = await queue.hold(trx, rows);
      await queue.finish(trx, own, () => next, now);
      return own.length;
    });

  it('has what is marked evaluated once, and again when its next change comes', async () => {
    await mark([B, A, A], 10);
    await mark([A], 11);
    const rows = await queue.take(20, 10);
    expect(rows.map(row => row.entity_ref).sort()).toEqual([A, B]);
    expect(await queue.take(21, 10)).toEqual([]);
    expect(await finish(rows, 500, 25)).toBe(2);
    expect(await read(A)).toEqual({
      due: 500,
      asked: null,
      version: 2,
      evaluated: 2,
      isTaken: false,
    });
    expect(await queue.take(499, 10)).toEqual([]);
    expect(await queue.take(500, 10)).toHaveLength(2);
  });

  it('is not told of what was rolled back', async () => {
    let told = 0;
    queue.onMarked(() => (told += 1));
    await expect(
      knex.transaction(async trx => {
        await queue.mark(trx, [A], 1);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await queue.take(10, 10)).toEqual([]);
    expect(told).toBe(0);
    await mark([A], 1);
    expect(told).toBe(1);
  });

  it('has what is marked during an evaluation evaluated again at once', async () => {
    await mark([A], 10);
    const rows = await queue.take(10, 10);
    await mark([A], 12);
    expect(await read(A)).toMatchObject({ due: 10 + LEASE_MS, version: 2 });
    expect(await queue.take(13, 10)).toEqual([]);
    expect(await finish(rows, 500, 14)).toBe(1);
    expect(await read(A)).toMatchObject({ due: 0, asked: 14, evaluated: 1 });
    const again = await queue.take(15, 10);
    await finish(again, undefined, 16);
    expect(await read(A)).toMatchObject({
      due: null,
      asked: null,
      evaluated: 2,
    });
  });

  it('lets a process that was held up write nothing', async () => {
    await mark([A], 10);
    const zombie = await queue.take(10, 10);
    const heir = await queue.take(10 + LEASE_MS, 10);
    expect(await finish(zombie, 1, 50_000)).toBe(0);
    expect(await finish(heir, 90_000, 50_001)).toBe(1);
    expect(await finish(zombie, 1, 50_002)).toBe(0);
    expect(await read(A)).toMatchObject({ due: 90_000 });
  });

  it('loses no mark and doubles no work, whoever meets', async () => {
    const refs = Array.from(
      { length: 60 },
      (_, i) => `component:default/e${String(i).padStart(2, '0')}`,
    );
    await Promise.all(
      [refs, [...refs].reverse(), refs.slice(20), refs.slice(0, 40)].map(
        (each, i) => mark(each, i),
      ),
    );
    const taken: string[] = [];
    const work = async () => {
      for (;;) {
        const rows = await queue.take(200, 7);
        if (rows.length === 0) return;
        taken.push(...rows.map(row => row.entity_ref));
        await finish(rows, undefined, 101);
      }
    };
    await Promise.all([work(), work(), mark(refs.slice(0, 5), 50)]);
    await work();
    // Those that were marked meanwhile may have been evaluated before or after.
    expect(new Set(taken).size).toBe(60);
    expect(taken.length).toBeLessThanOrEqual(65);
    const open = await knex(QUEUE_TABLE).whereNot(
      'version',
      knex.ref('evaluated_version'),
    );
    expect(open).toEqual([]);
  });

  it('follows a clock that was set back', async () => {
    const later = 10 * 86_400_000;
    await mark([A, B], later);
    await queue.take(later, 1);
    await queue.followClock(1_000);
    expect(await read(A)).toMatchObject({ due: 1_000, asked: 1_000 });
    expect(await queue.take(1_000, 10)).toHaveLength(2);
    // What is foreseen for the future stays there.
    const rows = await queue.take(1_000 + LEASE_MS, 10);
    await finish(rows, later, 1_001);
    await queue.followClock(2_000);
    expect(await read(B)).toMatchObject({ due: later });
  });

  describe('and the policy in force', () => {
    const DAY = 86_400_000;
    const follow = async () => {};
    const create = (first: string) => {
      const takeOvers: number[] = [];
      const made = { with: first };
      const policy = PolicyInForce.create({
        follow,
        knex,
        madeWith: () => made.with,
        onTakeOver: async (_, now) => void takeOvers.push(now),
      });
      return { made, policy, takeOvers };
    };
    const holds = (policy: PolicyInForce) =>
      knex.transaction(trx => policy.hold(trx, policy.madeWith));

    it('lets the process that started last evaluate, and the others while it is away', async () => {
      const old = create('old');
      expect(await old.policy.isOwn(0)).toBe(true);
      expect(await holds(old.policy)).toBe(true);
      const young = create('young');
      expect(await young.policy.isOwn(1_000)).toBe(true);
      // It may have begun, and writes nothing.
      expect(await old.policy.isOwn(2_000)).toBe(true);
      expect(await holds(old.policy)).toBe(false);
      expect(await old.policy.isOwn(3_000)).toBe(false);
      expect(await young.policy.isOwn(40_000)).toBe(true);
      expect(await old.policy.isOwn(100_000)).toBe(false);
      expect(old.takeOvers).toEqual([0]);
      expect(await old.policy.isOwn(40_000 + 120_000)).toBe(true);
      expect(old.takeOvers).toEqual([0, 160_000]);
      expect(await holds(young.policy)).toBe(false);
    });

    it('moves on with a publication, once, where it is in force', async () => {
      const [one, two] = [create('first'), create('first')];
      const older = create('older');
      await older.policy.isOwn(0);
      await one.policy.isOwn(0);
      await two.policy.isOwn(0);
      expect(await older.policy.isOwn(31_000)).toBe(false);

      for (const { made } of [one, two]) made.with = 'second';
      older.made.with = 'older, with the publication';
      expect(await two.policy.isOwn(32_000)).toBe(true);
      expect(await one.policy.isOwn(32_000)).toBe(true);
      expect([one.takeOvers, two.takeOvers]).toEqual([[0], [0, 32_000]]);
      // What was begun by the former policy is not written.
      expect(await knex.transaction(trx => one.policy.hold(trx, 'first'))).toBe(
        false,
      );
      expect(await one.policy.isOwn(32_001)).toBe(true);
      expect(await older.policy.isOwn(33_000)).toBe(false);
      expect(older.takeOvers).toEqual([0]);
    });

    it('comes into force with all that follows, or not at all', async () => {
      let attempts = 0;
      const policy = PolicyInForce.create({
        follow,
        knex,
        madeWith: () => 'own',
        onTakeOver: async () => {
          attempts += 1;
          if (attempts === 1) throw new Error('the database is away');
        },
      });
      await expect(policy.isOwn(0)).rejects.toThrow('away');
      expect(await knex('policy_in_force')).toEqual([]);
      expect(await policy.isOwn(1)).toBe(true);
      expect(attempts).toBe(2);
    });

    it('goes on where the clock was set back', async () => {
      const { policy, takeOvers } = create('own');
      expect(await policy.isOwn(10 * DAY)).toBe(true);
      expect(await policy.isOwn(DAY)).toBe(true);
      expect(await holds(policy)).toBe(true);
      expect(takeOvers).toHaveLength(1);
    });
  });
});
