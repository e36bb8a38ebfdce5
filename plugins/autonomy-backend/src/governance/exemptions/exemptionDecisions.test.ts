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

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const MANDATORY = 'no-critical-vulnerabilities';
const GUARDRAIL = 'secrets-rotated';
const OTHER_GUARDRAIL = 'changes-peer-reviewed';

describe.each(databases.eachSupportedId())('an exemption on %s', id => {
  let knex: Knex;
  let t: Awaited<ReturnType<typeof setUpDecisions>>;
  beforeEach(async () => {
    knex = await databases.init(id);
    t = await setUpDecisions(knex);
  });
  afterEach(() => knex.destroy());

  const ask = (rest: object = {}, who = 'ann') =>
    t.exemptions.service.request(
      {
        entityRef: CHECKOUT,
        checkId: 'tracing',
        reason: WHY,
        expiresAt: t.inDays(30),
        ...rest,
      },
      as(who),
    );
  const read = async (exemption: { id: string }) =>
    (await t.exemptions.service.list({}, as('zoe'))).items.find(
      each => each.id === exemption.id,
    )!;
  const boardOf = async ({ proposalId }: { proposalId?: string }) =>
    (await t.proposals.service.get(proposalId!, as('zoe'))).boardRef;
  const revoke = (exemption: { id: string }, who: string, reason = WHY) =>
    t.exemptions.service.revoke(exemption.id, { reason }, as(who));

  it('is refused with a reason, and asked for anew', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({
      state: 'requested',
      proposalId: expect.any(String),
    });
    expect(t.told).toEqual([`exemption to ${BOARD}`]);
    await t.decide(
      asked.proposalId,
      'bob',
      'reject',
      'Ask the platform team first',
    );
    expect(await read(asked)).toMatchObject({
      state: 'denied',
      decidedBy: 'user:default/bob',
      decidedAt: t.clock.time,
      decisionReason: 'Ask the platform team first',
    });
    expect(await knex('exemptions')).toEqual([]);
    expect((await ask()).state).toBe('requested');
  });

  it('is in force from its approval to its end, and never else', async () => {
    const asked = await ask({ expiresAt: t.inDays(10) });
    await t.pass(2);
    expect(await t.stateOf(CHECKOUT, 'tracing')).toBe('unknown');
    await t.decide(asked.proposalId, 'bob');
    const approvedAt = t.clock.time;
    await t.work();
    expect(await t.stateOf(CHECKOUT, 'tracing')).toBe('exempt');
    const [stored] = await knex('exemptions');
    expect(stored).toMatchObject({
      approved_by: BOARD,
      requested_by: 'user:default/ann',
      renewals: 0,
    });
    expect(Number(stored.from_at)).toBe(approvedAt);
    expect(await read(asked)).toMatchObject({
      state: 'in-force',
      from: approvedAt,
      decidedBy: 'user:default/bob',
    });
    await t.pass(8);
    expect(await t.stateOf(CHECKOUT, 'tracing')).toBe('unknown');
    expect((await read(asked)).state).toBe('expired');
  });

  it('lapses at the end that was asked for', async () => {
    const asked = await ask({ expiresAt: t.inDays(3) });
    t.clock.time += 3 * DAY;
    expect((await read(asked)).state).toBe('expired');
    await expect(t.decide(asked.proposalId, 'bob')).rejects.toThrow(/is over/);
    await t.desk.endDue(t.clock.time);
    expect((await read(asked)).state).toBe('expired');
    expect(await knex('exemptions')).toEqual([]);
    expect((await ask()).state).toBe('requested');
  });

  it('makes way for another request at the instant of its end', async () => {
    await ask({ expiresAt: t.inDays(3) });
    t.clock.time += 3 * DAY;
    expect((await ask()).state).toBe('requested');
    expect(await t.states()).toEqual(['tracing lapsed', 'tracing open']);
  });

  it.each([
    [
      'by itself',
      (asked: any) => t.exemptions.service.withdraw(asked.id, as('ann')),
    ],
    [
      'with its proposal',
      (asked: any) => t.proposals.service.withdraw(asked.proposalId, as('ann')),
    ],
  ])('is taken back %s', async (_, withdraw) => {
    const asked = await ask();
    await withdraw(asked);
    expect((await read(asked)).state).toBe('withdrawn');
    expect(await t.states()).toEqual(['tracing withdrawn']);
    await expect(t.decide(asked.proposalId, 'bob')).rejects.toThrow(
      /withdrawn/,
    );
    // Again is no mistake.
    const again = await t.exemptions.service.withdraw(asked.id, as('ann'));
    expect(again.state).toBe('withdrawn');
  });

  it('is open once, whoever asks at the same moment', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 4 }, () => ask()),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(await knex('exemption_requests')).toHaveLength(1);
    expect(await t.rows('open')).toHaveLength(1);
  });

  it('is decided by nobody who asks, owns or sits elsewhere', async () => {
    const { proposalId } = await ask();
    for (const who of ['ann', 'dan', 'gus', 'zoe']) {
      await expect(t.decide(proposalId, who)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    t.world.denied.add('autonomy.exemption.decide');
    await expect(t.decide(proposalId, 'bob')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(await t.states()).toEqual(['tracing open']);
  });

  it('of a mandatory guardrail is for the central board', async () => {
    const asked = await ask({ checkId: MANDATORY });
    expect(await boardOf(asked)).toBe(CENTRE);
    await expect(t.decide(asked.proposalId, 'bob')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await t.decide(asked.proposalId, 'gus');
    await t.work();
    expect(await t.stateOf(CHECKOUT, MANDATORY)).toBe('exempt');
  });

  it('shows the board what hangs on it', async () => {
    const { proposalId } = await ask({ checkId: GUARDRAIL });
    const { content, evidence } = await t.proposals.service.get(
      proposalId!,
      as('bob'),
    );
    expect(content).toMatchObject({
      matter: 'exemption',
      checkId: GUARDRAIL,
      mandatory: false,
    });
    const [before] = await t.exemptions.debts.debtOf(
      ['domain:default/payments'],
      { now: t.clock.time },
    );
    expect(before).toMatchObject({ exempt: 0, share: 0, limit: 0.1 });
    expect(evidence).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'check',
          ref: GUARDRAIL,
          value: 'unknown',
        }),
        expect.objectContaining({ kind: 'fact', value: 'missing' }),
        expect.objectContaining({ title: 'Risk' }),
        expect.objectContaining({ title: 'Mandatory', value: false }),
        expect.objectContaining({ title: 'Exemption debt before', value: 0 }),
        expect.objectContaining({
          title: 'Exemption debt after',
          value: 1 / before.pairs,
          bound: 0.1,
        }),
      ]),
    );
  });

  it('beyond the debt of the domain is for the central board', async () => {
    await t.decide((await ask({ checkId: GUARDRAIL })).proposalId, 'bob');
    // Not evaluated yet, and counted all the same.
    const [debt] = await t.exemptions.debts.debtOf(
      ['domain:default/payments'],
      { now: t.clock.time },
    );
    expect(debt).toMatchObject({ exempt: 1 });
    expect(debt.pairs).toBeLessThan(20);
    const more = await ask({ entityRef: LEDGER, checkId: GUARDRAIL });
    expect(await boardOf(more)).toBe(CENTRE);
    // What is no guardrail makes no debt.
    expect(await boardOf(await ask())).toBe(BOARD);
    await t.decide(more.proposalId, 'gus');
    await t.work();
    expect(await t.stateOf(LEDGER, GUARDRAIL)).toBe('exempt');
  });

  it('is looked at again when it is decided: the debt may be used up', async () => {
    const first = await ask({ checkId: GUARDRAIL });
    const second = await ask({ checkId: OTHER_GUARDRAIL, entityRef: LEDGER });
    expect([await boardOf(first), await boardOf(second)]).toEqual([
      BOARD,
      BOARD,
    ]);
    const outcomes = await Promise.allSettled([
      t.decide(first.proposalId, 'bob'),
      t.decide(second.proposalId, 'cat'),
    ]);
    const refused = outcomes.flatMap(each =>
      each.status === 'rejected' ? [each.reason] : [],
    );
    expect(refused).toEqual([
      expect.objectContaining({
        name: 'ConflictError',
        message: expect.stringMatching(
          /debt of domain:default\/payments is used up: 1 of \d+ pairs.*10 %.*appeal/,
        ),
      }),
    ]);
    expect(await knex('exemptions')).toHaveLength(1);

    const [open] = await t.rows('open');
    const rejected = await t.decide(
      open.id,
      'bob',
      'reject',
      'The debt is used up',
    );
    const appeal = await t.proposals.service.appeal(
      rejected.id,
      { reason: 'It cannot wait until autumn' },
      as('ann'),
    );
    expect(appeal.boardRef).toBe(CENTRE);
    const request = { id: (rejected.content as any).requestId };
    expect((await read(request)).state).toBe('denied');
    await t.decide(appeal.id, 'gus');
    expect(await read(request)).toMatchObject({
      state: 'in-force',
      proposalId: appeal.id,
      decidedBy: 'user:default/gus',
    });
  });

  it('stays denied where the appeal lapses or is rejected', async () => {
    const asked = await ask();
    const { id: rejected } = await t.decide(asked.proposalId, 'bob', 'reject');
    const appeal = await t.proposals.service.appeal(
      rejected,
      { reason: 'It cannot wait until autumn' },
      as('ann'),
    );
    await expect(ask()).rejects.toMatchObject({ name: 'ConflictError' });
    await t.proposals.service.withdraw(appeal.id, as('ann'));
    expect(await read(asked)).toMatchObject({
      state: 'denied',
      decidedBy: 'user:default/bob',
    });
  });

  it('is asked for again in its last two weeks, whether or not anything was evaluated', async () => {
    const asked = await ask({ expiresAt: t.inDays(30) });
    await t.decide(asked.proposalId, 'bob');
    const again = () => ask({ expiresAt: t.inDays(40) });
    await expect(again()).rejects.toThrow(
      'is exempt from "tracing" until 2026-07-01T00:00:00.000Z; a renewal can be asked for 14 days before',
    );
    await t.work();
    await expect(again()).rejects.toThrow('is exempt from "tracing"');
    await revoke(asked, 'bob');
    expect((await again()).state).toBe('requested');
  });

  it('is renewed once by the board of the domain, then by the central one', async () => {
    const first = await ask({ expiresAt: t.inDays(20) });
    await t.decide(first.proposalId, 'bob');
    await t.pass(10);
    const second = await ask({ expiresAt: t.inDays(20) });
    expect(second.renewalOf).toBe(first.id);
    expect(await boardOf(second)).toBe(BOARD);
    await t.decide(second.proposalId, 'bob');
    // Ended, but not long ago.
    await t.pass(25);
    expect(await t.stateOf(CHECKOUT, 'tracing')).toBe('unknown');
    const third = await ask();
    expect(third.renewalOf).toBe(second.id);
    expect(await boardOf(third)).toBe(CENTRE);
    await t.decide(third.proposalId, 'gus');
    const chain = await knex('exemptions').orderBy('recorded_at');
    expect(chain.map(row => row.renewals)).toEqual([0, 1, 2]);
    // Long after the end one begins anew.
    await t.pass(30 + 14);
    const fourth = await ask();
    expect(fourth.renewalOf).toBeUndefined();
    expect(await boardOf(fourth)).toBe(BOARD);
  });

  it('is ended by the board that decided, at once', async () => {
    const asked = await ask();
    await expect(revoke(asked, 'bob')).rejects.toThrow(/it is requested/);
    await t.decide(asked.proposalId, 'bob');
    await t.work();
    for (const who of ['ann', 'dan', 'gus', 'zoe']) {
      await expect(revoke(asked, who)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    await expect(revoke(asked, 'cat', 'short')).rejects.toThrow(
      /Invalid reason: expected a text of 10 to 1000/,
    );
    await knex('notice_recipients').delete();
    expect(await revoke(asked, 'cat', 'The new one is there')).toMatchObject({
      state: 'revoked',
      revokedAt: t.clock.time,
      revokedBy: 'user:default/cat',
      revokedReason: 'The new one is there',
    });
    await t.work();
    expect(await t.stateOf(CHECKOUT, 'tracing')).toBe('unknown');
    expect(await knex('notice_recipients').pluck('recipient_ref')).toEqual([
      'group:default/team-a',
    ]);
    expect((await t.log()).at(-1)).toMatchObject({
      chain: 'domain:default/payments',
      actor_ref: 'user:default/cat',
      action: 'exemption-revoked',
    });
    await expect(revoke(asked, 'cat')).rejects.toThrow(/it is revoked/);
  });

  it('does not exist for who may not read the entity', async () => {
    const asked = await ask();
    await t.decide(asked.proposalId, 'bob');
    t.world.hidden.add(CHECKOUT);
    await expect(revoke(asked, 'bob')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('from before boards decided here is brought to them', async () => {
    const before = {
      entity_ref: CHECKOUT,
      reason: WHY,
      requested_by: 'user:default/ann',
      requested_at: t.clock.time - DAY,
      expires_at: t.clock.time + 10 * DAY,
    };
    await knex('exemption_requests').insert([
      { ...before, id: 'r1', check_id: 'tracing' },
      { ...before, id: 'r2', check_id: 'metrics', expires_at: t.clock.time },
      { ...before, id: 'r3', check_id: 'gone-since' },
      {
        ...before,
        id: 'r4',
        check_id: 'tracing',
        entity_ref: 'component:default/gone',
      },
    ]);
    await expect(ask()).rejects.toThrow(/Request r1 .* not decided yet/);
    expect(await t.exemptions.adoption.run(t.clock.time)).toBe(2);
    expect(await t.exemptions.adoption.run(t.clock.time)).toBe(0);
    expect((await t.states()).sort()).toEqual([
      'gone-since open',
      'tracing open',
    ]);
    const { proposalId } = await read({ id: 'r1' });
    await t.decide(proposalId, 'bob');
    expect((await read({ id: 'r1' })).state).toBe('in-force');
    expect((await read({ id: 'r2' })).state).toBe('expired');
  });

  it('from before is taken back without a proposal', async () => {
    await knex('exemption_requests').insert({
      id: 'r1',
      entity_ref: CHECKOUT,
      check_id: 'tracing',
      reason: WHY,
      requested_by: 'user:default/ann',
      requested_at: t.clock.time - DAY,
      expires_at: t.clock.time + DAY,
    });
    await t.exemptions.service.withdraw('r1', as('ann'));
    expect((await read({ id: 'r1' })).state).toBe('withdrawn');
    expect(await t.exemptions.adoption.run(t.clock.time)).toBe(0);
  });
});
