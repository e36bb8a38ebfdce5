import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ARTICLES,
  as,
  BOARD,
  CENTRE,
  CHECKOUT,
  DAY,
  LEDGER,
  QUARTER,
  setUpAudits,
} from './__testUtils__/setUpAudits';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const SUMMARY = 'Both of us see it alike now';

describe.each(databases.eachSupportedId())('a trust audit on %s', id => {
  type Setting = Awaited<ReturnType<typeof setUpAudits>>;
  let t: Setting;
  let end: () => Promise<void>;
  beforeEach(async () => {
    const knex = await databases.init(id);
    end = () => knex.destroy();
    t = await setUpAudits(knex);
  });
  afterEach(() => end());

  const rate = (audit: string, who: string, ratings: object, note?: string) =>
    t.service.rate(audit, { ratings, note }, as(who));
  const agree = (audit: string, rest: object = {}, who = 'bob') =>
    t.service.agree(
      audit,
      { agreed: t.rights(2), summary: SUMMARY, actions: [], ...rest },
      as(who),
    );
  const inDays = (days: number) =>
    new Date(t.clock.time + days * DAY).toISOString();
  const mismatches = (kind: 'surplus' | 'deficit') =>
    t.mismatches.list({ kind }, as('eve'));

  async function opened(entityRef = CHECKOUT): Promise<string> {
    await t.newRound().openDue(t.clock.time);
    return t.idOf(entityRef);
  }

  async function rated(): Promise<string> {
    const audit = await opened();
    await rate(audit, 'ann', t.rights(3));
    await rate(audit, 'bob', t.rights(2));
    return audit;
  }

  it('goes from the beginning of a quarter to what counts for 100 days', async () => {
    const audit = await opened();
    expect(await t.service.get(audit, as('ann'))).toMatchObject({
      entityRef: CHECKOUT,
      entityTitle: 'Checkout',
      boardRef: BOARD,
      quarter: '2026-Q3',
      cause: 'quarterly',
      dueAt: QUARTER + 45 * DAY,
      state: 'rating',
      rated: [],
      may: { rate: 'team', agree: false },
    });

    await rate(audit, 'ann', t.rights(3, { tooling: 5 }), 'Our secret word');
    await t.work();
    for (const who of ['bob', 'cleo', 'eve']) {
      const seen = [
        await t.service.get(audit, as(who)),
        ...(await t.service.list({}, as(who))).items,
        await t.log(),
        await t.evaluation(CHECKOUT),
        (await mismatches('surplus')).items,
      ];
      expect(JSON.stringify(seen)).not.toContain('Our secret word');
      expect(seen[0]).toMatchObject({ rated: ['team'], state: 'rating' });
      expect(seen[0]).not.toHaveProperty('team', expect.anything());
      expect(seen[0]).not.toHaveProperty('comparison', expect.anything());
      expect(JSON.stringify(seen)).not.toContain('claimed');
      expect(JSON.stringify(seen.slice(0, -2))).not.toMatch(/"tooling":\s*5/);
    }
    expect(await t.service.get(audit, as('ann'))).toMatchObject({
      team: { ratedBy: 'user:default/ann', note: 'Our secret word' },
      may: { agree: false },
    });

    const compared = await rate(audit, 'bob', t.rights(1));
    expect(compared).toMatchObject({
      state: 'comparing',
      rated: ['team', 'board'],
      team: { ratings: { tooling: 5 } },
      board: { ratings: { tooling: 1 } },
      may: { agree: true },
    });
    const { comparison = [] } = compared;
    expect(comparison.map(({ area }) => area).sort()).toEqual(
      [...t.areas].sort(),
    );
    const priorities = comparison.map(({ priority }) => priority);
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
    expect(priorities[0]).toBeGreaterThan(0);
    await t.work();
    const right = async (area: string) =>
      (await t.evaluation(CHECKOUT)).rights.find(
        (each: any) => each.area === area,
      );
    expect((await right('tooling')).mismatch).toMatchObject({
      actual: 5,
      source: 'claimed',
    });

    expect(
      (await t.told()).map(row => [row.announcement_id, row.recipient_ref]),
    ).toEqual([
      [`${audit} opened`, BOARD],
      [`${audit} opened`, 'group:default/team-a'],
      [`${audit} rated`, BOARD],
    ]);

    t.clock.time += DAY;
    await agree(audit, { agreed: t.rights(1, { security: 4 }) });
    await t.work();
    const { mismatch, recommended } = await right('security');
    expect(mismatch).toMatchObject({ actual: 4, source: 'agreed' });
    const { items } = await mismatches('surplus');
    expect(items).toEqual([
      {
        entityRef: CHECKOUT,
        entityTitle: 'Checkout',
        domainRef: 'domain:default/payments',
        ownerRef: 'group:default/team-a',
        tier: 1,
        area: 'security',
        areaTitle: 'Security',
        consequence: 'critical',
        actual: 4,
        source: 'agreed',
        recommended,
        difference: 4 - recommended,
        // Impact of the consequence, and of tier 1.
        priority: expect.closeTo(
          (1 - items[0].trust) * 8 * 2 * (4 - recommended),
        ),
        trust: expect.any(Number),
      },
    ]);

    t.clock.time += 100 * DAY;
    await t.work();
    expect((await mismatches('surplus')).items).toEqual([]);
    expect((await right('security')).mismatch).toBeUndefined();
  });

  it('is opened once, by as many rounds and replicas as there are', async () => {
    const [one, other] = [t.newRound(), t.newRound()];
    const counts = [
      ...(await Promise.all([one.openDue(QUARTER), other.openDue(QUARTER)])),
      await t.newRound().openDue(QUARTER),
    ];
    const { items } = await t.service.list({}, as('eve'));
    expect(counts.reduce((sum, count) => sum + count)).toBe(items.length);
    expect(items.map(({ boardRef, entityRef }) => [entityRef, boardRef]).sort())
      // The content domain has no board, and search no domain.
      .toEqual([
        [ARTICLES, CENTRE],
        [CHECKOUT, BOARD],
        [LEDGER, BOARD],
        ['component:default/search', CENTRE],
      ]);
    const audit = await t.idOf(CHECKOUT);
    await rate(audit, 'ann', t.rights(3));
    await rate(audit, 'bob', t.rights(2));
    await agree(audit);
    t.clock.time += DAY;
    expect(await t.newRound().openDue(t.clock.time)).toBe(0);
    t.clock.time = QUARTER + 75 * DAY;
    expect(await t.newRound().openDue(t.clock.time)).toBe(3);
    expect(
      (await t.service.list({ state: ['lapsed'] }, as('eve'))).items,
    ).toHaveLength(3);
    // Those of the present quarter were held or are over, and the next has not begun.
    expect(await t.newRound().openDue(t.clock.time)).toBe(0);
    expect(await t.newRound().openDue(QUARTER + 92 * DAY)).toBe(4);
  });

  it('waits for the index, for boards, and for whoever comes late', async () => {
    await end();
    const knex = await databases.init(id);
    end = () => knex.destroy();
    t = await setUpAudits(knex, { isSettled: false });
    expect(await t.newRound().openDue(QUARTER)).toBe(0);
    await t.index.markSettled(QUARTER);
    // Nobody is late before they can have heard of it.
    const late = QUARTER + 60 * DAY;
    expect(await t.newRound().openDue(late)).toBe(4);
    const { items } = await t.service.list({}, as('eve'));
    expect(items[0].dueAt).toBe(late + 14 * DAY);
  });

  it('ends by itself, whether or not anybody writes it down', async () => {
    const audit = await opened();
    await rate(audit, 'ann', t.rights(5));
    t.clock.time = QUARTER + 75 * DAY;
    expect(await t.service.get(audit, as('bob'))).toMatchObject({
      state: 'lapsed',
      rated: ['team'],
      may: { agree: false },
    });
    await expect(rate(audit, 'bob', t.rights(1))).rejects.toThrow(
      `The audit ${audit} is over: it is lapsed`,
    );
    // What the team said of itself counts from then on.
    await t.work();
    expect((await mismatches('surplus')).items[0]).toMatchObject({
      actual: 5,
      source: 'claimed',
    });
    const asked = await t.service.open(
      { entityRef: CHECKOUT, reason: 'Nobody came the last time' },
      as('ann'),
    );
    expect(asked).toMatchObject({
      cause: 'asked',
      openedBy: 'user:default/ann',
      state: 'rating',
    });
    const lapsed = await t.service.list({ state: ['lapsed'] }, as('eve'));
    expect(lapsed.items.map(each => each.id)).toContain(audit);
    await expect(
      t.service.open(
        { entityRef: CHECKOUT, reason: 'And another one, please' },
        as('bob'),
      ),
    ).rejects.toThrow(`An audit of ${CHECKOUT} is open already`);
  });

  it('is rated once for each side, by those who sit on it', async () => {
    const audit = await opened();
    for (const who of ['eve', 'cleo', 'ben']) {
      await expect(rate(audit, who, t.rights(3))).rejects.toThrow(
        `Only the owners of ${CHECKOUT} and members of ${BOARD} may rate`,
      );
    }
    // Whoever is on both speaks for the team.
    expect(await rate(audit, 'dan', t.rights(3))).toMatchObject({
      rated: ['team'],
    });
    await expect(rate(audit, 'ann', t.rights(4))).rejects.toThrow(
      'The team has rated already',
    );
    await expect(agree(audit)).rejects.toThrow('Still to rate: board');
    await rate(audit, 'bob', t.rights(2));
    await expect(rate(audit, 'bob', t.rights(2))).rejects.toThrow(
      'The board has rated already',
    );
    for (const who of ['ann', 'dan', 'eve']) {
      await expect(agree(audit, {}, who)).rejects.toThrow(
        `may record what an audit of ${CHECKOUT} agreed on`,
      );
    }
    t.world.denied = true;
    await expect(agree(audit)).rejects.toThrow('autonomy.audit.manage');
    expect((await t.service.get(audit, as('bob'))).may).toEqual({
      agree: false,
    });
    t.world.denied = false;
    await agree(audit);
    await expect(agree(audit)).rejects.toThrow('it is agreed');
    t.world.hidden.add(CHECKOUT);
    for (const attempt of [
      t.service.get(audit, as('ann')),
      rate(audit, 'ann', t.rights(3)),
      agree(audit),
      t.service.get('nothing', as('ann')),
    ]) {
      await expect(attempt).rejects.toThrow(/^No audit /);
    }
    expect(
      (await t.log()).map(entry => [entry.action, entry.actor_ref]),
    ).toEqual([
      ['audit-rated', 'user:default/dan'],
      ['audit-rated', 'user:default/bob'],
      ['audit-agreed', 'user:default/bob'],
    ]);
  });

  it('is rated once even by two at the same time', async () => {
    const audit = await opened();
    const outcomes = await Promise.allSettled([
      rate(audit, 'ann', t.rights(3)),
      rate(audit, 'dan', t.rights(4)),
      rate(audit, 'bob', t.rights(2)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(await t.service.get(audit, as('bob'))).toMatchObject({
      state: 'comparing',
    });
  });

  it.each<[string, (rest: Record<string, DecisionRight>) => object, string]>([
    ['an area left out', ({ budget, ...rest }) => rest, 'ratings.budget'],
    ['an area too many', rest => ({ ...rest, luck: 3 }), 'ratings.luck'],
    ['no right', rest => ({ ...rest, budget: 6 }), 'ratings.budget'],
    ['half a right', rest => ({ ...rest, budget: 2.5 }), 'ratings.budget'],
    ['a word', rest => ({ ...rest, budget: '3' }), 'ratings.budget'],
  ])('is not rated with %s', async (_, change, field) => {
    const audit = await opened();
    await expect(rate(audit, 'ann', change(t.rights(3)))).rejects.toThrow(
      `Invalid ${field}: expected`,
    );
  });

  it.each<[object, string]>([
    [{ agreed: {} }, 'agreed.tooling'],
    [{ summary: 'Fine' }, 'summary'],
    [{ actions: [{ kind: 'party', title: 'Cake' }] }, 'actions[0].kind'],
    [
      { actions: [{ kind: 'grant', area: 'luck', title: 'More' }] },
      'actions[0].area',
    ],
    [{ actions: Array(21).fill({ kind: 'other', title: 'Talk' }) }, 'actions'],
    [{ followUpAt: 'tomorrow' }, 'followUpAt'],
  ])('does not agree on %j', async (rest, field) => {
    const audit = await rated();
    await expect(agree(audit, rest)).rejects.toThrow(
      `Invalid ${field}: expected`,
    );
    await expect(agree(audit, { followUpAt: inDays(6) })).rejects.toThrow(
      'Invalid followUpAt: expected an instant 7 to 200 days ahead',
    );
  });

  it('is followed up when they said so', async () => {
    const audit = await rated();
    await agree(audit, { followUpAt: inDays(60) });
    t.clock.time += 60 * DAY - 1;
    await t.newRound().openDue(t.clock.time);
    expect(await t.idOf(CHECKOUT)).toBeUndefined();
    t.clock.time += 1;
    await t.newRound().openDue(t.clock.time);
    await t.newRound().openDue(t.clock.time);
    const next = await t.service.get(await t.idOf(CHECKOUT), as('bob'));
    expect(next).toMatchObject({ cause: 'follow-up', predecessorId: audit });
    expect(await t.service.get(audit, as('bob'))).toMatchObject({
      followUpId: next.id,
    });
  });

  it('that is open already is the one that follows up', async () => {
    const audit = await rated();
    await agree(audit, { followUpAt: inDays(7) });
    const asked = await t.service.open(
      { entityRef: CHECKOUT, reason: 'Something happened since' },
      as('bob'),
    );
    t.clock.time += 7 * DAY;
    await t.newRound().openDue(t.clock.time);
    expect(await t.service.get(audit, as('bob'))).toMatchObject({
      followUpId: asked.id,
    });
  });

  it('comes with a new owner, unless one is open', async () => {
    const { onOwnerChanged } = t.newRound();
    const changed = (entityRef: string) =>
      t.knex.transaction(trx => onOwnerChanged(trx, { entityRef }, QUARTER));
    await changed(CHECKOUT);
    const audit = await t.idOf(CHECKOUT);
    await changed(CHECKOUT);
    await changed('component:default/nobody');
    expect(await t.service.get(audit, as('ann'))).toMatchObject({
      cause: 'new-owner',
      dueAt: QUARTER + 45 * DAY,
    });
    expect((await t.service.list({}, as('ann'))).items).toHaveLength(1);
  });

  it('can be rated as recommended, many at once', async () => {
    const audit = await opened();
    const ledger = await t.idOf(LEDGER);
    const articles = await t.idOf(ARTICLES);
    await rate(ledger, 'bob', t.rights(2));
    const { results } = await t.service.rateAll(
      { ids: [audit, ledger, articles, 'nothing'], note: 'As it should be' },
      as('bob'),
    );
    expect(results).toEqual([
      { id: audit, status: 'accepted', audit: expect.anything() },
      {
        id: ledger,
        status: 'refused',
        error: 'The board has rated already',
      },
      {
        id: articles,
        status: 'refused',
        error: expect.stringContaining('Only the owners'),
      },
      { id: 'nothing', status: 'refused', error: 'No audit nothing' },
    ]);
    const { rights } = await t.evaluation(CHECKOUT);
    expect((await t.service.get(audit, as('bob'))).board).toMatchObject({
      note: 'As it should be',
      ratings: Object.fromEntries(
        rights.map(({ area, recommended }: any) => [area, recommended]),
      ),
    });
    await expect(
      t.service.rateAll({ ids: [audit, audit] }, as('bob')),
    ).rejects.toThrow('Invalid ids: expected a list of 1 to 100 ids');
  });

  it('is listed the first due first, a page at a time', async () => {
    await opened();
    await t.newRound().openDue(QUARTER);
    const all = (await t.service.list({}, as('eve'))).items.map(
      each => each.id,
    );
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await t.service.list({ limit: 1, cursor }, as('eve'));
      paged.push(...page.items.map(each => each.id));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
    const refs = async (filter: object) =>
      (await t.service.list(filter, as('eve'))).items
        .map(({ entityRef }) => entityRef)
        .sort();
    expect(await refs({ board: [BOARD] })).toEqual([CHECKOUT, LEDGER]);
    expect(await refs({ domain: ['domain:default/content'] })).toEqual([
      ARTICLES,
    ]);
    expect(await refs({ entity: [LEDGER], state: ['rating'] })).toEqual([
      LEDGER,
    ]);
    expect(await refs({ quarter: ['2026-Q2'] })).toEqual([]);
    expect(await refs({ state: ['agreed', 'lapsed', 'comparing'] })).toEqual(
      [],
    );
    t.world.scope = {
      visible: [],
      isEverything: false,
      readable: async refsAsked =>
        new Set(refsAsked.filter(ref => ref === LEDGER)),
    };
    expect(await refs({})).toEqual([LEDGER]);
    t.world.scope = {
      visible: [{ key: 'metadata.tags.java' }] as any,
      isEverything: false,
    };
    expect(await refs({})).toEqual([CHECKOUT]);
    await expect(t.service.list({ cursor: 'x' }, as('eve'))).rejects.toThrow(
      'Invalid cursor',
    );
  });
});

describe('without boards that decide', () => {
  it('no audit is opened', async () => {
    const knex = await databases.init('SQLITE_3');
    const t = await setUpAudits(knex, { boardsDecide: false });
    expect(await t.newRound().openDue(QUARTER)).toBe(0);
    await expect(
      t.service.open(
        { entityRef: CHECKOUT, reason: 'We want to know it' },
        as('ann'),
      ),
    ).rejects.toThrow('No board takes part while permissions are off');
    await knex.destroy();
  });
});
