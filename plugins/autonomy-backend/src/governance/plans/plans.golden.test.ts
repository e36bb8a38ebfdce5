import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { EVALUATION_START as START } from '../../__testUtils__/setUpEvaluation';
import {
  BOARD,
  CENTRE,
  CHECKOUT,
  DAY,
  setUpPlans,
} from './__testUtils__/setUpPlans';

const databases = TestDatabases.create();
jest.setTimeout(120_000);

const at = (day: number) => START + day * DAY;

describe.each(databases.eachSupportedId())('a repair on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  /** A checkout that was watched for 200 days, until a key was stolen. */
  async function setUp() {
    const t = await setUpPlans(knex);
    await t.sweep();
    await t.stores.coverage.put(
      [
        {
          source: 'pager',
          entityRef: CHECKOUT,
          from: at(-1),
          lastHeardAt: at(420),
        },
      ],
      t.clock.time,
    );
    t.clock.time = at(200);
    await t.report(false);
    await t.stores.incidents.put(
      [
        {
          id: '4711',
          source: 'pager',
          entityRef: CHECKOUT,
          title: 'A key was stolen',
          severity: 'high',
          areas: ['security'],
          startedAt: at(199),
          resolvedAt: at(199.5),
        },
      ],
      t.clock.time,
    );
    await t.look();
    return {
      ...t,
      async capsBy() {
        const { rights } = await t.evaluationOf();
        return rights
          .filter(({ caps }: any) =>
            caps.some(({ kind }: any) => kind === 'plan'),
          )
          .map(({ area }: any) => area);
      },
      async learningFactor() {
        const { trust } = await t.evaluationOf();
        const { lines } = trust.find(({ area }: any) => area === 'security');
        return lines.find(({ kind }: any) => kind === 'incident')
          .learningFactor;
      },
    };
  }

  it('goes from the advice to what was learnt', async () => {
    const t = await setUp();
    const [advice, ...others] = await t.service.getRepairAdvice(
      CHECKOUT,
      t.as('joe'),
    );
    expect(others).toEqual([]);
    expect(advice).toMatchObject({
      incident: { source: 'pager', id: '4711' },
      approach: 'targeted-guardrails',
      safety: { level: 'medium' },
      trustBefore: { weak: false },
      draft: { areas: ['security'], cap: 2, incidents: ['pager/4711'] },
    });
    const { approach, areas, cap, endsAt, incidents, startsAt } = advice.draft!;
    t.clock.time += 10 * 60_000;
    const { id, ...draft } = await t.draft('ann', {
      approach,
      areas,
      cap,
      incidents,
      startsAt: t.iso(startsAt),
      endsAt: t.iso(endsAt),
      supportedBy: 'group:default/team-b',
    });
    expect(draft).toMatchObject({
      state: 'draft',
      // Security is the centre's.
      boardRef: CENTRE,
      criteria: [{ checkId: 'tracing', met: false }],
      may: { edit: true, sign: 'team', withdraw: true, lift: false },
    });
    expect(await t.service.getRepairAdvice(CHECKOUT, t.as('joe'))).toEqual([]);
    const { evidence } = (await t.proposals.get(draft.proposalId!))!;
    expect(evidence.map(({ kind }) => kind)).toEqual([
      'incident',
      'advice',
      'trust',
      'right',
      'check',
    ]);

    await t.sign(id, 'ann');
    await t.look();
    expect(await t.capsBy()).toEqual([]);
    await expect(t.sign(id, 'bob')).rejects.toThrow(`members of ${CENTRE}`);
    const signed = await t.sign(id, 'gus');
    expect(signed).toMatchObject({
      state: 'active',
      startsAt: t.clock.time,
      signedAt: t.clock.time,
      endsAt,
      board: { signedBy: 'user:default/gus' },
      team: { signedBy: 'user:default/ann' },
    });
    await t.look();
    expect(await t.capsBy()).toEqual(['security']);
    expect(await t.learningFactor()).toBe(1);

    t.clock.time = endsAt - DAY;
    await t.report(true);
    await t.look();
    t.clock.time = endsAt;
    await t.look();
    expect(await t.get(id)).toMatchObject({
      state: 'completed',
      endedAt: endsAt,
      criteria: [{ met: true }],
      may: { lift: false, extend: false, complete: false },
    });
    expect(await t.capsBy()).toEqual([]);
    expect(await t.learningFactor()).toBeLessThan(1);
    expect(await t.log()).toEqual([
      'proposal-opened',
      'plan-drafted',
      'plan-signed',
      'proposal-approved',
    ]);
  });

  it('is not done by a plan that one side signed', async () => {
    const t = await setUp();
    const { id } = await t.draft('ann');
    await t.sign(id, 'bob');
    expect(await t.get(id)).toMatchObject({
      state: 'draft',
      board: { signedBy: 'user:default/bob' },
    });
    await t.look();
    expect(await t.capsBy()).toEqual([]);
    expect(await t.store.readFor([CHECKOUT])).toEqual(new Map());
    t.clock.time += 54 * DAY;
    await expect(t.sign(id, 'ann')).rejects.toThrow(
      'Less than 7 days would be left',
    );
    t.clock.time += 6 * DAY;
    expect(await t.get(id)).toMatchObject({
      state: 'withdrawn',
      endReason: 'Nobody signed it before its end.',
      may: { edit: false },
    });
    await expect(t.sign(id, 'ann')).rejects.toThrow('it is withdrawn');
  });

  it('lapses where nobody decides, and its cap goes', async () => {
    const t = await setUp();
    const { id, endsAt } = await t.draft('ann');
    await t.sign(id, 'ann');
    await t.sign(id, 'bob');
    await t.look();
    expect(await t.capsBy()).toEqual(['operations']);
    t.clock.time = endsAt;
    // Before anybody evaluated.
    expect(await t.get(id)).toMatchObject({ state: 'lapsed', endedAt: endsAt });
    await t.look();
    expect(await t.capsBy()).toEqual([]);
    const { items } = await t.service.list(
      { board: [BOARD], state: ['lapsed'] },
      t.as('bob'),
    );
    expect(items).toMatchObject([
      { id, endReason: 'Nobody decided before its end.', endedAt: endsAt },
    ]);
    await expect(t.move(id, 'lift')).rejects.toThrow('it is lapsed');
  });
});
