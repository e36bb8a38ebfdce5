import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { EVALUATION_START as START } from '../../__testUtils__/setUpEvaluation';
import { DatabaseAudits } from '../audits/DatabaseAudits';
import { newAudit } from '../audits/newAudit';
import {
  BOARD,
  CENTRE,
  CHECKOUT,
  DAY,
  LEDGER,
  setUpPlans,
} from './__testUtils__/setUpPlans';

const databases = TestDatabases.create();
jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('plans on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  async function setUp() {
    const t = await setUpPlans(knex);
    await t.sweep();
    return {
      ...t,
      /** A plan that both have signed. */
      async inForce(rest: object = {}) {
        const { id } = await t.draft('ann', rest);
        await t.sign(id, 'ann');
        return t.sign(id, 'bob');
      },
      change: (id: string, name: string, revision: number, rest = {}) =>
        t.service.change(id, { ...t.sketch(rest), revision }, t.as(name)),
    };
  }

  /** An audit of the checkout that both sides have rated. */
  async function putAudit(): Promise<string> {
    const audit = newAudit(
      {
        entityRef: CHECKOUT,
        boardRef: BOARD,
        cause: 'asked',
        dueAt: START + 45 * DAY,
      },
      START,
    );
    await knex.transaction(trx =>
      DatabaseAudits.create({ knex }).add(trx, [
        {
          ...audit,
          state: 'agreed',
          actions: [{ kind: 'plan', title: 'Keys out of the code' }],
        },
      ]),
    );
    return audit.id;
  }

  it('are drafted by owners and boards with the permission, and by nobody else', async () => {
    const t = await setUp();
    for (const name of ['joe', 'eve']) {
      await expect(t.draft(name)).rejects.toThrow('Only the owners of');
    }
    t.forbidden.add(CHECKOUT);
    await expect(t.draft('ann')).rejects.toThrow('autonomy.plan.manage');
    t.forbidden.clear();
    t.hidden.add(CHECKOUT);
    await expect(t.draft('ann')).rejects.toThrow(`No entity ${CHECKOUT}`);
    t.hidden.clear();
    await expect(t.service.draft({}, t.as('ann'))).rejects.toThrow(
      'Invalid entityRef: expected an entity ref',
    );
    expect(await knex('plans')).toEqual([]);
    expect(await knex('proposals')).toEqual([]);
    expect((await t.draft('ann')).boardRef).toBe(BOARD);
  });

  it('are refused for what cannot be, with the field', async () => {
    const t = await setUp();
    const refused: [string, object][] = [
      ['areas[0]', { areas: ['nowhere'] }],
      ['areas', { areas: [] }],
      ['cap', { cap: 4 }],
      ['cap', { cap: undefined }],
      ['cap', { approach: 'full-restriction', cap: 2 }],
      ['criteria', { criteria: [] }],
      ['criteria[0]', { criteria: ['nonsense'] }],
      ['incidents[0]', { incidents: ['pager/1'] }],
      ['supportedBy', { supportedBy: 'group:default/nobody' }],
      ['supportedBy', { supportedBy: 'user:default/ann' }],
      ['auditId', { auditId: 'audit-2' }],
      ['title', { title: '\u0000\u0000\u0000' }],
      ['reason', { reason: 'why' }],
      ['unknown', { unknown: 1 }],
      ['startsAt', { startsAt: new Date(START - 2 * DAY).toISOString() }],
      ['startsAt', { startsAt: new Date(START + 31 * DAY).toISOString() }],
      ['endsAt', { endsAt: new Date(START + 29 * DAY).toISOString() }],
      ['endsAt', { endsAt: new Date(START + 91 * DAY).toISOString() }],
      [
        'endsAt',
        {
          approach: 'full-restriction',
          cap: 1,
          endsAt: new Date(START + 31 * DAY).toISOString(),
        },
      ],
      ['reviewAt', { reviewAt: new Date(START + 60 * DAY).toISOString() }],
    ];
    for (const [field, rest] of refused) {
      await expect(t.draft('ann', rest)).rejects.toThrow(`Invalid ${field}: `);
    }
    expect(await knex('plans')).toEqual([]);
    expect(await knex('proposals')).toEqual([]);
  });

  it('are changed by either side, which voids signatures and asks anew', async () => {
    const t = await setUp();
    const auditId = await putAudit();
    const draft = await t.draft('ann', { auditId });
    await t.sign(draft.id, 'amy');
    await expect(t.change(draft.id, 'eve', 1)).rejects.toThrow('Only');
    const changed = await t.change(draft.id, 'ann', 1, {
      title: 'No keys at all',
    });
    expect(changed).toMatchObject({
      title: 'No keys at all',
      revision: 2,
      team: undefined,
      auditId,
      may: { sign: 'team' },
    });
    expect(changed.proposalId).not.toBe(draft.proposalId);
    expect((await t.states()).sort()).toEqual([
      `${draft.id} open`,
      `${draft.id} withdrawn`,
    ]);
    // Two who had the same draft before them.
    await expect(t.change(draft.id, 'amy', 1)).rejects.toThrow(
      'it is revision 2, and you have 1',
    );
    await expect(t.sign(draft.id, 'ann', 1)).rejects.toThrow('revision 2');
    await expect(t.sign(draft.id, 'bob', 1)).rejects.toThrow('revision 2');
    // What the board changes it signs with that.
    const moved = await t.change(draft.id, 'bob', 2);
    expect(moved).toMatchObject({
      revision: 3,
      state: 'draft',
      board: { signedBy: 'user:default/bob' },
      may: { sign: undefined, edit: true, withdraw: false },
    });
    t.clock.time += DAY;
    expect(await t.sign(draft.id, 'ann', 3)).toMatchObject({
      state: 'active',
      startsAt: t.clock.time,
      proposalId: moved.proposalId,
    });
    await expect(t.change(draft.id, 'ann', 3)).rejects.toThrow(
      'signed by both already',
    );
    expect(await t.log()).toContain('plan-changed');
    const { actions } = await knex('trust_audits').first();
    expect(JSON.parse(actions)).toEqual([
      { kind: 'plan', title: 'Keys out of the code', ref: draft.id },
    ]);
  });

  it('are written over by one of two who change them at once', async () => {
    const t = await setUp();
    const { id } = await t.draft('ann');
    const outcomes = await Promise.allSettled([
      t.change(id, 'ann', 1, { title: 'One' }),
      t.change(id, 'amy', 1, { title: 'Other' }),
      t.change(id, 'bob', 1, { title: 'Third' }),
    ]);
    expect(
      outcomes.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(1);
    expect(await t.get(id)).toMatchObject({ revision: 2 });
    expect(await t.rows('open')).toHaveLength((await t.get(id)).board ? 0 : 1);
  });

  it('are in force when both sign at the same moment', async () => {
    const t = await setUp();
    const { id } = await t.draft('ann');
    const outcomes = await Promise.allSettled(
      ['ann', 'bob', 'amy', 'cat'].map(name => t.sign(id, name)),
    );
    expect(
      outcomes.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(2);
    expect(await t.get(id)).toMatchObject({
      state: 'active',
      signedAt: t.clock.time,
    });
    expect(await t.states()).toEqual([`${id} approved`]);
  });

  it('are not decided by whoever asks, or owns the entity', async () => {
    const t = await setUp();
    const { id, proposalId } = await t.draft('ada');
    await expect(
      t.desk.vote(proposalId!, {
        voterRef: 'user:default/ada',
        vote: 'approve',
        comment: 'I agree with myself',
      }),
    ).rejects.toThrow('Nobody decides on their own request');
    expect((await t.get(id, 'ada')).may.sign).toBe('team');
    await t.sign(id, 'ada');
    expect(await t.get(id, 'bob')).toMatchObject({
      state: 'draft',
      board: undefined,
      may: { sign: 'board' },
    });
    await expect(t.sign(id, 'ada')).rejects.toThrow('have signed');
  });

  it('go back to the team where the board rejects them', async () => {
    const t = await setUp();
    const { id, proposalId } = await t.draft('ann');
    await t.sign(id, 'ann');
    await t.vote(proposalId!, 'bob', 'reject');
    expect(await t.get(id, 'ann')).toMatchObject({
      state: 'draft',
      proposalId: undefined,
      may: { edit: true, sign: undefined },
    });
    await expect(t.sign(id, 'cat')).rejects.toThrow('not asked');
    await t.change(id, 'ann', 1);
    expect(await t.sign(id, 'cat', 2)).toMatchObject({ state: 'draft' });
    expect(await t.sign(id, 'ann', 2)).toMatchObject({ state: 'active' });
  });

  it('ask again with the signature of the team where nobody answered', async () => {
    const t = await setUp();
    const { id } = await t.draft('ann');
    t.clock.time += 31 * DAY;
    await t.desk.endDue(t.clock.time);
    expect((await t.get(id)).proposalId).toBeUndefined();
    expect((await t.sign(id, 'ann')).proposalId).toBeDefined();
    expect(await t.sign(id, 'bob')).toMatchObject({
      state: 'active',
      signedAt: t.clock.time,
    });
  });

  it('are not signed by a late yes to another text', async () => {
    const t = await setUp();
    const { id, proposalId } = await t.draft('ann');
    await knex('plans').update({ areas: '["budget"]' });
    await expect(t.vote(proposalId!, 'bob')).rejects.toThrow(
      'was changed since the board was asked',
    );
    expect((await t.get(id)).board).toBeUndefined();
  });

  it('are withdrawn by the side that wrote them, until both have signed', async () => {
    const t = await setUp();
    const { id } = await t.draft('ann');
    await expect(t.service.withdraw(id, t.as('bob'))).rejects.toThrow(
      'Only the owners may withdraw',
    );
    const withdrawn = await t.service.withdraw(id, t.as('amy'));
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      endedAt: t.clock.time,
      may: { edit: false, withdraw: false },
    });
    expect(await t.service.withdraw(id, t.as('ann'))).toEqual(withdrawn);
    expect(await t.states()).toEqual([`${id} withdrawn`]);
    await expect(t.change(id, 'ann', 1)).rejects.toThrow('was withdrawn');
    const { id: other } = await t.inForce();
    await expect(t.service.withdraw(other, t.as('ann'))).rejects.toThrow(
      'it is active',
    );
  });

  it('are extended once, within what the policy allows', async () => {
    const t = await setUp();
    const { id, endsAt } = await t.inForce();
    const extend = (days: number, name = 'bob') =>
      t.move(id, 'extend', { until: t.iso(endsAt + days * DAY) }, name);
    await expect(extend(10, 'ann')).rejects.toThrow('who do not own');
    await expect(extend(10, 'eve')).rejects.toThrow(`members of ${BOARD}`);
    await expect(extend(0)).rejects.toThrow('Invalid until');
    await expect(extend(91)).rejects.toThrow('Invalid until');
    await expect(t.move(id, 'extend')).rejects.toThrow('Invalid until');
    await expect(
      t.move(id, 'lift', { until: t.iso(endsAt + DAY) }),
    ).rejects.toThrow('Invalid until');
    expect(await extend(10)).toMatchObject({
      state: 'active',
      endsAt,
      extendedTo: endsAt + 10 * DAY,
      extendedAt: t.clock.time,
    });
    await expect(extend(20)).rejects.toThrow('a plan is extended once');
    expect((await t.get(id, 'bob')).may).toMatchObject({
      lift: true,
      extend: false,
    });
    t.clock.time = endsAt + DAY;
    await t.look();
    expect((await t.get(id)).state).toBe('active');
    t.clock.time = endsAt + 10 * DAY;
    await t.look();
    expect((await t.get(id)).state).toBe('lapsed');
    expect(await t.log()).toContain('plan-moved');
  });

  it('are completed when their criteria are met, and lifted at any time', async () => {
    const t = await setUp();
    await t.report(false);
    await t.look();
    const { id } = await t.inForce();
    expect((await t.get(id, 'bob')).may.complete).toBe(false);
    const [{ title }] = (await t.get(id)).criteria;
    await expect(t.move(id, 'complete')).rejects.toThrow(
      `not met yet: ${title}`,
    );
    t.clock.time += DAY;
    await t.report(true);
    await t.look();
    expect((await t.get(id, 'bob')).may.complete).toBe(true);
    expect(await t.move(id, 'complete')).toMatchObject({
      state: 'completed',
      completedAt: t.clock.time,
      endReason: 'We looked at it together',
    });
    await t.look();
    expect((await t.get(id)).state).toBe('completed');

    const planned = await t.inForce({
      startsAt: t.iso(t.clock.time + 5 * DAY),
    });
    expect(planned.state).toBe('planned');
    await expect(t.move(planned.id, 'complete')).rejects.toThrow(
      'nothing is completed before',
    );
    expect(await t.move(planned.id, 'lift')).toMatchObject({
      state: 'lifted',
      endedAt: t.clock.time,
    });
  });

  it('are moved by several where the policy asks for that, one change at a time', async () => {
    const t = await setUp();
    const { governance } = t.policy.policy;
    governance.rules['plan-change'].quorum = 2;
    const { id, endsAt } = await t.inForce();
    const moved = await t.move(id, 'extend', {
      until: t.iso(endsAt + 5 * DAY),
    });
    expect(moved).toMatchObject({
      state: 'active',
      extendedTo: undefined,
      changeProposalId: expect.any(String),
      may: { lift: false },
    });
    await expect(t.move(id, 'lift', {}, 'cat')).rejects.toThrow(
      'deciding about the plan',
    );
    // It is over before anybody else votes.
    t.clock.time = endsAt;
    await expect(t.vote(moved.changeProposalId!, 'cat')).rejects.toThrow();
    expect(await t.get(id)).toMatchObject({
      state: 'lapsed',
      changeProposalId: undefined,
    });
  });

  it('are the centre’s to decide where an area is, whoever drafts them', async () => {
    const t = await setUp();
    const security = { areas: ['security', 'operations'] };
    const { id, boardRef, may } = await t.draft('bob', security);
    expect(boardRef).toBe(CENTRE);
    // On the board of the domain, which has no vote in this.
    expect(may).toMatchObject({ edit: true, withdraw: true, sign: undefined });
    await expect(t.sign(id, 'bob')).rejects.toThrow(`members of ${CENTRE}`);
    const own = await t.draft('gus', security);
    expect(own.board).toMatchObject({ signedBy: 'user:default/gus' });
    expect(own.may).toMatchObject({ edit: true, withdraw: true });
    // What the domain decides it drafts.
    await expect(t.draft('gus')).rejects.toThrow('Only the owners of');
  });

  it('are listed for those who may read the entity, the last opened first', async () => {
    const t = await setUp();
    const { id: first } = await t.draft('ann');
    t.clock.time += 1;
    const { id: second } = await t.service.draft(
      { entityRef: LEDGER, ...t.sketch() },
      t.as('ann'),
    );
    t.clock.time += 1;
    const { id: third } = await t.inForce();
    const ids = async (request: object) => {
      const { items, pageInfo } = await t.service.list(request, t.as('joe'));
      return [items.map(({ id }) => id), pageInfo.nextCursor] as const;
    };
    const [page, cursor] = await ids({ limit: 2 });
    expect(page).toEqual([third, second]);
    expect((await ids({ limit: 2, cursor }))[0]).toEqual([first]);
    expect((await ids({ entity: [CHECKOUT] }))[0]).toEqual([third, first]);
    expect((await ids({ state: ['active', 'lapsed'] }))[0]).toEqual([third]);
    expect((await ids({ board: [CENTRE] }))[0]).toEqual([]);
    expect((await ids({ board: [BOARD], state: ['draft'] }))[0]).toEqual([
      second,
      first,
    ]);
    await expect(ids({ cursor: 'mine' })).rejects.toThrow('Invalid cursor');
    t.hidden.add(LEDGER);
    for (const act of [
      () => t.get(second, 'ann'),
      () => t.sign(second, 'ann'),
      () => t.service.withdraw(second, t.as('ann')),
      () => t.get('nothing'),
    ]) {
      await expect(act()).rejects.toThrow('No plan');
    }
  });

  it('remind of their review and their end, once each', async () => {
    const t = await setUp();
    const { id, endsAt, reviewAt } = await t.inForce();
    await t.draft('ann');
    const told = async () => {
      while ((await t.reminders.remind(t.clock.time)) > 0);
      const rows = await knex('notices').orderBy([
        'created_at',
        'recipient_ref',
      ]);
      await knex('notices').delete();
      return rows.map(row => [
        row.recipient_ref,
        JSON.parse(row.payload).title.replace(/.*” /, ''),
      ]);
    };
    const both = (what: string) => [
      [BOARD, what],
      ['group:default/team-a', what],
    ];
    expect(await told()).toEqual([]);
    t.clock.time = reviewAt;
    expect(await told()).toEqual(both('is to be reviewed'));
    expect(await told()).toEqual([]);
    t.clock.time = endsAt - 6 * DAY;
    expect(await told()).toEqual(both('ends 2026-07-31 00:00 UTC'));
    await t.move(id, 'extend', { until: t.iso(endsAt + 5 * DAY) });
    expect(await told()).toEqual([]);
    t.clock.time = endsAt - 2 * DAY;
    expect(await told()).toEqual(both('ends 2026-08-05 00:00 UTC'));
    t.clock.time = endsAt + 50 * DAY;
    expect(await told()).toEqual([]);
  });
});
