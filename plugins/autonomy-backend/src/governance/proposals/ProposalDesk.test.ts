import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { BOARD, CENTRE } from '../__testUtils__/setUpBoards';
import { CHECKOUT, setUpDesk } from './__testUtils__/setUpDesk';

const databases = TestDatabases.create();
jest.setTimeout(60_000);
const DAY = 86_400_000;

describe.each(databases.eachSupportedId())('a desk on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  it('decides by the vote that makes the quorum, and writes it down', async () => {
    const t = await setUpDesk(knex);
    const { boardRef, id } = await t.open();
    expect(boardRef).toBe(BOARD);
    expect((await t.vote(id, 'bob')).state).toBe('open');
    t.clock.time += DAY;
    expect(await t.vote(id, 'cat')).toMatchObject({
      state: 'approved',
      decidedAt: t.clock.time,
      quorum: 2,
      votes: [{ voterRef: 'user:default/bob' }, { comment: 'cat says so' }],
    });
    expect(t.settled).toEqual([
      {
        state: 'approved',
        by: 'user:default/cat',
        reason: 'cat says so',
      },
    ]);
    expect(t.told).toEqual([
      `cross-domain to ${BOARD}`,
      'cross-domain approved',
    ]);
    expect((await t.log()).map(({ action }) => action)).toEqual([
      'proposal-opened',
      'proposal-voted',
      'proposal-approved',
    ]);
    await expect(t.vote(id, 'dan')).rejects.toThrow(
      `The proposal ${id} is over: it is approved`,
    );
  });

  it('needs no more votes than may be cast, and lets a tie of all reject', async () => {
    const alone = await setUpDesk(knex, {
      'payments-board': ['ann', 'bob'],
    });
    const { id } = await alone.open();
    // Ann owns the entity and asks.
    expect((await alone.vote(id, 'bob')).state).toBe('approved');
    await knex('entity_relations').insert({
      source_ref: BOARD,
      type: 'hasMember',
      target_ref: 'user:default/cat',
    });
    const second = await alone.open();
    await alone.vote(second.id, 'bob');
    expect((await alone.vote(second.id, 'cat', 'reject')).state).toBe(
      'rejected',
    );
  });

  it('takes no vote of who asks, and no second one', async () => {
    const t = await setUpDesk(knex, {
      'payments-board': ['zoe', 'bob', 'cat'],
    });
    const { id } = await t.open({ openedBy: 'user:default/zoe' });
    await expect(t.vote(id, 'zoe')).rejects.toThrow(
      'Nobody decides on their own request',
    );
    await t.vote(id, 'bob');
    await expect(t.vote(id, 'bob', 'reject')).rejects.toThrow(
      'user:default/bob has voted on this already',
    );
    expect((await t.proposals.get(id))!.votes).toHaveLength(1);
    await expect(t.vote('nothing', 'bob')).rejects.toThrow(
      'No proposal nothing',
    );
  });

  it('counts who moves something as the first to approve it', async () => {
    const t = await setUpDesk(knex);
    const moved = await t.open({
      isRequest: false,
      openedBy: 'user:default/bob',
    });
    expect(moved).toMatchObject({
      state: 'open',
      votes: [{ vote: 'approve' }],
    });
    expect((await t.vote(moved.id, 'cat')).state).toBe('approved');
  });

  it('has one about a subject open at a time, whoever is quicker', async () => {
    const t = await setUpDesk(knex);
    const both = await Promise.allSettled([t.open(), t.open()]);
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const { reason } = both.find(
      ({ status }) => status === 'rejected',
    ) as PromiseRejectedResult;
    expect(reason.message).toContain('is open already and not decided yet');
    await t.open({ subject: 'another' });
    await t.open({ entityRef: 'component:default/ledger' });
  });

  it('is not kept by what lapsed, whether or not anybody wrote it down', async () => {
    const t = await setUpDesk(knex);
    const lapsesAt = t.clock.time + DAY;
    const { id } = await t.open({ lapsesAt });
    t.clock.time = lapsesAt;
    expect(await t.queries.get(id, t.clock.time)).toMatchObject({
      state: 'lapsed',
      decidedAt: lapsesAt,
    });
    await expect(t.vote(id, 'bob')).rejects.toThrow('it is lapsed');
    const next = await t.open({ lapsesAt: lapsesAt + DAY });
    expect(await t.proposals.get(id)).toMatchObject({
      state: 'lapsed',
      decidedAt: lapsesAt,
      outcomeReason: 'nobody decided',
    });
    t.clock.time += 2 * DAY;
    expect(await t.desk.endDue(t.clock.time)).toBe(1);
    expect(await t.desk.endDue(t.clock.time)).toBe(0);
    expect(await t.proposals.get(next.id)).toMatchObject({
      state: 'lapsed',
      decidedAt: lapsesAt + DAY,
    });
    expect(t.settled.map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
  });

  it('writes nothing of a decision that cannot be made true', async () => {
    const t = await setUpDesk(knex);
    const { id } = await t.open();
    await t.vote(id, 'bob');
    t.refusal.error = new ConflictError('It is no longer so');
    await expect(t.vote(id, 'cat')).rejects.toThrow('It is no longer so');
    expect(await t.proposals.get(id)).toMatchObject({
      state: 'open',
      votes: [{ voterRef: 'user:default/bob' }],
    });
    expect(await t.log()).toHaveLength(2);
    t.refusal.error = undefined;
    expect((await t.vote(id, 'cat')).state).toBe('approved');
  });

  it('decides once, however many vote at once', async () => {
    const t = await setUpDesk(knex);
    const { id } = await t.open();
    await Promise.allSettled(
      ['bob', 'cat', 'dan'].map(name => t.vote(id, name)),
    );
    expect(t.settled).toHaveLength(1);
    expect((await t.proposals.get(id))!.votes).toHaveLength(2);
  });

  it('hands to the centre what nobody on the board may decide', async () => {
    const t = await setUpDesk(knex, {
      'payments-board': ['ann'],
      architects: ['cleo'],
    });
    expect((await t.open()).boardRef).toBe(CENTRE);
    const appeal = await t.open({ subject: 'central', isCentral: true });
    expect(appeal.boardRef).toBe(CENTRE);
    await expect(
      t.open({ subject: 'nobody', openedBy: 'user:default/cleo' }),
    ).rejects.toThrow(`Nobody on the board of ${CHECKOUT} may decide this`);
  });

  it('takes back what is not decided', async () => {
    const t = await setUpDesk(knex);
    const { id } = await t.open();
    const by = 'user:default/ann';
    const end = () =>
      knex.transaction(trx =>
        t.desk.end(trx, id, { state: 'withdrawn', by }, t.clock.time),
      );
    expect(await end()).toBe(true);
    expect(await end()).toBe(false);
    expect((await t.log()).at(-1)).toEqual({
      chain: 'domain:default/payments',
      action: 'proposal-withdrawn',
      actor_ref: by,
    });
  });
});
