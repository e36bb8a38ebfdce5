import type { Severity } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { BOARD, CENTRE } from '../__testUtils__/setUpBoards';
import {
  as,
  CHECKOUT,
  DAY,
  LEDGER,
  setUpDecisions,
  WHY,
} from '../__testUtils__/setUpDecisions';
import { DatabaseGrantsStore } from './DatabaseGrantsStore';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const AREA = 'technology-choice';

describe.each(databases.eachSupportedId())('a grant on %s', id => {
  let knex: Knex;
  let t: Awaited<ReturnType<typeof setUpDecisions>>;
  beforeEach(async () => {
    knex = await databases.init(id);
    t = await setUpDecisions(knex);
  });
  afterEach(() => knex.destroy());

  const propose = (rest: object = {}, who = 'ann') =>
    t.grants.service.propose(
      {
        entityRef: LEDGER,
        area: AREA,
        right: 3,
        reason: WHY,
        expiresAt: t.inDays(30),
        ...rest,
      },
      as(who),
    );
  const list = async (rest: object = {}, who = 'zoe') =>
    (await t.grants.service.list(rest, as(who))).items;
  const read = async (grant: { id: string }, who = 'zoe') =>
    (await list({}, who)).find(each => each.id === grant.id)!;
  const renew = (grant: { id: string }, rest: object = {}, who = 'ann') =>
    t.grants.service.renew(
      grant.id,
      { reason: WHY, expiresAt: t.inDays(40), ...rest },
      as(who),
    );
  const revoke = (grant: { id: string }, who = 'bob', reason = WHY) =>
    t.grants.service.revoke(grant.id, { reason }, as(who));
  const happen = async (
    severity: Severity,
    rest: { areas?: string[]; entityRef?: string; startedAt?: number } = {},
  ) => {
    t.clock.time += 1_000;
    await t.stores.incidents.put(
      [
        {
          id: `i${severity}${t.clock.time}${rest.areas ?? ''}`,
          source: 'pager',
          entityRef: LEDGER,
          title: 'Down',
          severity,
          areas: [AREA],
          startedAt: t.clock.time,
          resolvedAt: t.clock.time,
          occurredAt: t.clock.time,
          irreversible: false,
          ...rest,
        } as any,
      ],
      t.clock.time,
    );
    await t.mark([LEDGER]);
    await t.work();
  };

  it('that the owners ask for is refused with a reason', async () => {
    const asked = await propose();
    expect(asked).toMatchObject({
      state: 'proposed',
      boardRef: BOARD,
      recommended: 2,
      openedBy: 'user:default/ann',
      may: { revoke: false, renew: false },
    });
    await t.work();
    expect((await t.rightIn(LEDGER, AREA)).grant).toBeUndefined();
    await t.decide(asked.proposalId, 'bob', 'reject', 'Not before the audit');
    const { votes } = await t.proposals.service.get(
      asked.proposalId,
      as('ann'),
    );
    expect(votes).toMatchObject([{ comment: 'Not before the audit' }]);
    expect((await read(asked)).state).toBe('refused');
    await t.work();
    expect((await t.rightIn(LEDGER, AREA)).grant).toBeUndefined();
  });

  it('has its effect from the decision to its end', async () => {
    const asked = await propose({ expiresAt: t.inDays(10) });
    await t.pass(2);
    await t.decide(asked.proposalId, 'bob');
    await t.work();
    expect(await t.rightIn(LEDGER, AREA)).toMatchObject({
      recommended: 2,
      effective: 3,
      grant: { id: asked.id, right: 3 },
      mismatch: { difference: 1, source: 'grant' },
    });
    expect(await read(asked, 'bob')).toMatchObject({
      state: 'in-force',
      from: t.clock.time,
      grantedBy: BOARD,
      decidedAt: t.clock.time,
      may: { revoke: true, renew: true },
    });
    await t.pass(8);
    expect(await t.rightIn(LEDGER, AREA)).toMatchObject({ effective: 2 });
    expect((await t.rightIn(LEDGER, AREA)).grant).toBeUndefined();
    expect((await read(asked)).state).toBe('expired');
  });

  it('that a member of the board moves has their vote', async () => {
    const moved = await propose({}, 'bob');
    // One vote is enough, by the policy.
    expect(moved).toMatchObject({
      state: 'in-force',
      from: t.clock.time,
      openedBy: 'user:default/bob',
    });
    const { votes } = await t.proposals.service.get(
      moved.proposalId,
      as('bob'),
    );
    expect(votes).toMatchObject([
      { voterRef: 'user:default/bob', vote: 'approve', comment: WHY },
    ]);
  });

  it('is decided by nobody who asks, owns or sits elsewhere', async () => {
    const { proposalId } = await propose();
    for (const who of ['ann', 'dan', 'gus', 'zoe']) {
      await expect(t.decide(proposalId, who)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    for (const who of ['gus', 'zoe']) {
      await expect(propose({ area: 'operations' }, who)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    t.world.denied.add('autonomy.grant.create');
    for (const who of ['ann', 'bob']) {
      await expect(propose({ area: 'operations' }, who)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    expect(await knex('grants')).toHaveLength(1);
  });

  it('in an area of the centre is for the central board', async () => {
    const asked = await propose({ area: 'security', right: 2 });
    expect(asked.boardRef).toBe(CENTRE);
    await expect(
      propose({ area: 'compliance', right: 2 }, 'bob'),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(t.decide(asked.proposalId, 'bob')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await t.decide(asked.proposalId, 'gus');
    expect((await read(asked)).state).toBe('in-force');
  });

  it('is proposed once at a time in an area', async () => {
    const outcomes = await Promise.allSettled([
      propose(),
      propose(),
      propose(),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(await knex('grants')).toHaveLength(1);
    expect((await propose({ area: 'operations' })).state).toBe('proposed');
  });

  it('that nobody decides lapses at its end', async () => {
    const asked = await propose({ expiresAt: t.inDays(3) });
    t.clock.time += 3 * DAY;
    expect((await read(asked)).state).toBe('expired');
    await expect(t.decide(asked.proposalId, 'bob')).rejects.toThrow(/is over/);
    await t.desk.endDue(t.clock.time);
    expect((await read(asked)).state).toBe('expired');
    expect((await propose()).state).toBe('proposed');
  });

  it('is taken back by the owners', async () => {
    const asked = await propose();
    await t.proposals.service.withdraw(asked.proposalId, as('ann'));
    expect(await read(asked)).toMatchObject({
      state: 'revoked',
      revokedBy: 'user:default/ann',
    });
  });

  it('that was rejected is granted on appeal', async () => {
    const asked = await propose();
    await t.decide(asked.proposalId, 'bob', 'reject');
    const appeal = await t.proposals.service.appeal(
      asked.proposalId,
      { reason: 'The board forgot the audit' },
      as('ann'),
    );
    await t.decide(appeal.id, 'gus');
    expect(await read(asked)).toMatchObject({
      state: 'in-force',
      proposalId: appeal.id,
      grantedBy: CENTRE,
    });
  });

  it('above a hard cap stays under it, and the board is told', async () => {
    const asked = await propose({ right: 5 });
    const { evidence } = await t.proposals.service.get(
      asked.proposalId,
      as('bob'),
    );
    expect(evidence).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: 'Recommended', value: '2 consult' }),
        expect.objectContaining({ kind: 'level', met: false }),
        expect.objectContaining({ kind: 'trust', title: 'Trust' }),
        expect.objectContaining({
          title: 'In force it would stay at 3 peer-review',
          value: 'no grant exceeds the cap by accountability',
        }),
      ]),
    );
    await t.decide(asked.proposalId, 'bob');
    await t.work();
    expect(await t.rightIn(LEDGER, AREA)).toMatchObject({
      effective: 3,
      grant: { right: 5 },
    });
  });

  describe('for trial', () => {
    const trial = async (failsFrom: Severity = 'medium') => {
      const asked = await propose({ trial: { failsFrom } });
      await t.decide(asked.proposalId, 'bob');
      await t.work();
      return asked;
    };

    it('ends at the first incident that it names', async () => {
      const asked = await trial();
      expect((await t.rightIn(LEDGER, AREA)).effective).toBe(3);
      t.clock.time += DAY;
      await happen('low');
      await happen('high', { areas: ['operations'] });
      await happen('high', { entityRef: CHECKOUT });
      expect((await read(asked)).state).toBe('in-force');
      expect((await t.rightIn(LEDGER, AREA)).grant?.failed).toBeUndefined();
      await happen('medium');
      expect((await read(asked)).state).toBe('failed');
      const right = await t.rightIn(LEDGER, AREA);
      expect(right.grant?.failed).toBe(true);
      expect(right.effective).toBe(right.recommended);
      expect(await list({ state: ['failed'] })).toHaveLength(1);
      expect(await list({ state: ['in-force'] })).toEqual([]);
      await t.pass(40);
      expect((await read(asked)).state).toBe('failed');
    });

    it('is not ended by what happened before or after it', async () => {
      await t.pass(5);
      const asked = await trial();
      await happen('high', { startedAt: t.clock.time - DAY });
      expect((await read(asked)).state).toBe('in-force');
      await t.pass(31);
      await happen('high');
      expect((await read(asked)).state).toBe('expired');
    });

    it('does not come back by a renewal', async () => {
      const asked = await trial();
      await t.pass(20);
      const renewal = await renew(asked);
      await t.decide(renewal.proposalId, 'bob');
      expect((await read(renewal)).state).toBe('planned');
      await happen('high');
      expect((await read(renewal)).state).toBe('failed');
      await t.pass(15);
      expect((await read(renewal)).state).toBe('failed');
      expect((await t.rightIn(LEDGER, AREA)).grant).toBeUndefined();
    });

    it('fails in the default area by an incident that names none', async () => {
      const asked = await propose({
        area: 'operations',
        trial: { failsFrom: 'medium' },
      });
      await t.decide(asked.proposalId, 'bob');
      t.clock.time += DAY;
      await happen('medium', { areas: ['gone-since'] });
      expect((await read(asked)).state).toBe('failed');
    });

    it('is no lower right, and names a severity', async () => {
      await expect(
        propose({ right: 1, trial: { failsFrom: 'low' } }),
      ).rejects.toThrow(/Invalid trial/);
      await expect(propose({ trial: { failsFrom: 'bad' } })).rejects.toThrow(
        /Invalid trial.failsFrom: expected one of/,
      );
    });
  });

  describe('that is renewed', () => {
    const granted = async (days = 10) => {
      const asked = await propose({ expiresAt: t.inDays(days) });
      await t.decide(asked.proposalId, 'bob');
      await t.work();
      return asked;
    };

    it('goes on without a gap, once', async () => {
      const first = await granted();
      const end = t.clock.time + 10 * DAY;
      await t.pass(2);
      const second = await renew(first);
      expect(second).toMatchObject({ renewalOf: first.id, state: 'proposed' });
      expect((await read(first)).renewedBy).toBe(second.id);
      await expect(renew(first)).rejects.toThrow(/renewed already/);
      await t.decide(second.proposalId, 'bob');
      expect(await read(second)).toMatchObject({ state: 'planned', from: end });
      await t.pass(8);
      expect(await t.rightIn(LEDGER, AREA)).toMatchObject({
        effective: 3,
        grant: { id: second.id },
      });
      await t.pass(25);
      await expect(renew(second)).rejects.toThrow(/1 times at the most/);
      expect((await read(second, 'ann')).may.renew).toBe(false);
    });

    it('begins late where the board did', async () => {
      const first = await granted();
      const second = await renew(first);
      await t.pass(12);
      await t.decide(second.proposalId, 'bob');
      expect(await read(second)).toMatchObject({
        state: 'in-force',
        from: t.clock.time,
      });
    });

    it('is so only near its end, by those who have a part in it', async () => {
      const first = await granted(20);
      await expect(renew(first)).rejects.toThrow(/from 14 days before/);
      await t.pass(6);
      for (const who of ['gus', 'zoe']) {
        await expect(renew(first, {}, who)).rejects.toMatchObject({
          name: 'NotAllowedError',
        });
      }
      await expect(
        renew(first, { expiresAt: t.inDays(14 + 91) }),
      ).rejects.toThrow(/at most 90 days later/);
      await expect(renew({ id: 'nope' })).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    });

    it('ends with what it follows', async () => {
      const first = await granted();
      const planned = await renew(first);
      await t.decide(planned.proposalId, 'bob');
      await revoke(first);
      expect((await read(planned)).state).toBe('revoked');

      const again = await propose({ expiresAt: t.inDays(10) });
      await t.decide(again.proposalId, 'bob');
      const open = await renew(again);
      await revoke(again);
      expect((await read(open)).state).toBe('expired');
      await expect(t.decide(open.proposalId, 'bob')).rejects.toThrow(/lapsed/);
    });
  });

  it('is ended by the board that decided, at once', async () => {
    const asked = await propose();
    await expect(revoke(asked)).rejects.toThrow(/it is proposed/);
    await t.decide(asked.proposalId, 'bob');
    for (const who of ['ann', 'dan', 'gus', 'zoe']) {
      await expect(revoke(asked, who)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    await expect(revoke(asked, 'bob', 'no')).rejects.toThrow(/Invalid reason/);
    await knex('notice_recipients').delete();
    expect(await revoke(asked, 'cat')).toMatchObject({
      state: 'revoked',
      revokedBy: 'user:default/cat',
      revokedReason: WHY,
      may: { revoke: false, renew: false },
    });
    await t.work();
    expect((await t.rightIn(LEDGER, AREA)).grant).toBeUndefined();
    expect(await knex('notice_recipients').pluck('recipient_ref')).toEqual([
      'group:default/team-a',
    ]);
    expect((await t.log()).at(-1)).toMatchObject({ action: 'grant-revoked' });
    await expect(revoke(asked)).rejects.toThrow(/it is revoked/);
  });

  it('is not proposed for what the policy does not allow', async () => {
    const refusals: [object, RegExp][] = [
      [{ area: 'cooking' }, /Invalid area: expected one of tooling/],
      [{ right: 6 }, /Invalid right: expected a whole number from 1 to 5/],
      [{ right: 2.5 }, /Invalid right/],
      [{ right: 2 }, /Invalid right: .* than what is recommended/],
      [{ expiresAt: '2026-01-01T00:00:00Z' }, /Invalid expiresAt/],
      [{ expiresAt: '2099-01-01T00:00:00Z' }, /at most 90 days/],
      [{ reason: 'because' }, /Invalid reason/],
      [{ grantedBy: 'me' }, /grantedBy/],
      [{ entityRef: 'ledger' }, /Invalid entityRef/],
    ];
    for (const [rest, message] of refusals) {
      await expect(propose(rest)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(message),
      });
    }
    expect(await knex('grants')).toEqual([]);
    expect(await t.rows()).toEqual([]);
  });

  it('answers only audits of the entity', async () => {
    await expect(propose({ auditId: 'a1' })).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await knex('grants')).toEqual([]);
  });

  it('does not exist for who may not read the entity', async () => {
    const asked = await propose();
    t.world.hidden.add(LEDGER);
    for (const attempt of [propose(), revoke(asked), renew(asked)]) {
      await expect(attempt).rejects.toMatchObject({ name: 'NotFoundError' });
    }
    t.world.scope = {
      visible: [{ key: 'metadata.name', values: ['checkout'] }],
      isEverything: false,
    } as any;
    expect(await list()).toEqual([]);
  });

  it('is listed by entity, board and state, page by page', async () => {
    const first = await propose();
    t.clock.time += 1;
    const second = await propose({ entityRef: CHECKOUT, area: 'tooling' });
    t.clock.time += 1;
    const third = await propose({ area: 'security', right: 2 });
    const ids = async (rest: object) => (await list(rest)).map(each => each.id);
    expect(await ids({})).toEqual([third.id, second.id, first.id]);
    expect(await ids({ entity: [CHECKOUT] })).toEqual([second.id]);
    expect(await ids({ board: [CENTRE] })).toEqual([third.id]);
    expect(await ids({ state: ['in-force'] })).toEqual([]);
    const page = await t.grants.service.list({ limit: 2 }, as('zoe'));
    expect(page.items).toHaveLength(2);
    const rest = await t.grants.service.list(
      { limit: 2, cursor: page.pageInfo.nextCursor },
      as('zoe'),
    );
    expect(rest.items.map(each => each.id)).toEqual([first.id]);
    await expect(
      t.grants.service.list({ cursor: 'x' }, as('zoe')),
    ).rejects.toThrow();
  });

  it('is known to the engine once it is approved', async () => {
    const store = DatabaseGrantsStore.create({ knex, policy: t.policy });
    const asked = await propose({ trial: { failsFrom: 'high' } });
    expect(await store.readFor([LEDGER])).toEqual(new Map());
    await t.decide(asked.proposalId, 'bob');
    expect(await store.readFor([LEDGER, CHECKOUT])).toEqual(
      new Map([
        [
          LEDGER,
          [
            {
              id: asked.id,
              entityRef: LEDGER,
              area: AREA,
              right: 3,
              reason: WHY,
              grantedBy: BOARD,
              from: t.clock.time,
              expiresAt: asked.expiresAt,
              trial: { failsFrom: 'high' },
              revokedAt: undefined,
              recordedAt: t.clock.time,
            },
          ],
        ],
      ]),
    );
  });
});
