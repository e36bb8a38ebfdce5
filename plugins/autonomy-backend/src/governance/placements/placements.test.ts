import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { entity } from '../../__testUtils__/organisation';
import { BOARD, EDITORS, setUpBoards } from '../__testUtils__/setUpBoards';
import { createPlacements } from '.';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const CHECKOUT = 'component:default/checkout';
const PAYMENTS = 'domain:default/payments';
const CONTENT = 'domain:default/content';

async function setUp(knex: Knex, options: { movesWait?: boolean } = {}) {
  const t = await setUpBoards(knex, { movesWait: true, ...options });
  const { catalog, clock, desk, index, marks } = t;
  const owned: string[] = [];
  const placements = createPlacements({
    desk,
    index,
    knex,
    marks,
    onOwnerChanged: async (_trx, refs) => void owned.push(...refs),
  });
  placements.handlers.forEach(handler => desk.register(handler));
  let edits = 1;
  const round = async () => {
    while ((await placements.openDue(clock.time)) > 0);
  };
  return {
    ...t,
    owned,
    openDue: round,
    /** Writes checkout anew, and everybody looks. */
    async change(
      as: { owner?: string; system?: string; tier?: string } = {},
      looksAgain = true,
    ) {
      const { owner = 'team-a', system = 'billing', tier = '1' } = as;
      edits += 1;
      clock.time += 1_000;
      catalog.entities = catalog.entities.map(each =>
        each.metadata.name === 'checkout'
          ? entity('checkout', {
              owner,
              system,
              etag: `etag-${edits}`,
              provides: ['api:default/payments-api'],
              annotations: { 'autonomy/tier': tier },
            })
          : each,
      );
      await t.sweep();
      if (looksAgain) {
        await round();
      }
    },
    async moves() {
      const rows = (await t.rows()).filter(row => row.matter === 'placement');
      return rows.map(row => row.state);
    },
    async checkout() {
      const [{ snapshot }] = await index.readScoped([CHECKOUT]);
      const row = (await t.read())[CHECKOUT];
      const evaluated = JSON.parse(row.body).entity;
      expect(evaluated.tier.effective).toBe(snapshot.tier.effective);
      expect(evaluated.domainRef).toBe(snapshot.domainRef);
      const { boardRef, domainChain, domainRef } = snapshot;
      return {
        boardRef,
        domainChain,
        domainRef,
        tier: snapshot.tier.effective,
      };
    },
    async review() {
      const rows = (await t.rows()).filter(row => row.matter === 'tier-review');
      return rows
        .filter(row => row.entity_ref === CHECKOUT)
        .map(row => `${row.subject} ${row.state}`);
    },
  };
}

describe.each(databases.eachSupportedId())('placements on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  it('settle at first sight', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.openDue();
    expect(await t.moves()).toEqual([]);
    expect(await t.checkout()).toEqual({
      boardRef: BOARD,
      domainChain: [PAYMENTS],
      domainRef: PAYMENTS,
      tier: 1,
    });
  });

  it('keep the stricter side of another domain until its board approves', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.change({ system: 'publishing' });
    const [move] = (await t.rows()).filter(row => row.matter === 'placement');
    expect(move).toMatchObject({ board_ref: EDITORS, domain_ref: PAYMENTS });
    expect(JSON.parse(move.content)).toEqual({
      matter: 'placement',
      moves: ['domain'],
      from: { tier: 1, domainRef: PAYMENTS, ownerRef: 'group:default/team-a' },
      to: { tier: 1, domainRef: CONTENT, ownerRef: 'group:default/team-a' },
    });
    const both = {
      boardRef: BOARD,
      domainChain: [PAYMENTS, CONTENT],
      domainRef: PAYMENTS,
      tier: 1,
    };
    expect(await t.checkout()).toEqual(both);
    // Looking again changes nothing.
    await t.sweep();
    await t.openDue();
    expect(await t.checkout()).toEqual(both);
    expect(await t.moves()).toEqual(['open']);

    await t.vote(move.id, 'eve');
    await t.work();
    const moved = {
      boardRef: EDITORS,
      domainChain: [CONTENT],
      domainRef: CONTENT,
      tier: 1,
    };
    expect(await t.checkout()).toEqual(moved);
    await t.change({ system: 'publishing' });
    expect(await t.checkout()).toEqual(moved);
    expect(await t.moves()).toEqual(['approved']);
  });

  it('keep the stricter side of a laxer tier when it is rejected, until the move changes', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.change({ tier: '3' });
    const [move] = (await t.rows()).filter(row => row.matter === 'placement');
    expect(move.board_ref).toBe(BOARD);
    expect(JSON.parse(move.evidence)).toEqual([
      {
        kind: 'tier',
        title: 'Tier that counts until then',
        value: 1,
        bound: 3,
      },
    ]);
    expect((await t.checkout()).tier).toBe(1);
    await t.vote(move.id, 'bob', 'reject');
    await t.change({ tier: '3' });
    expect((await t.checkout()).tier).toBe(1);
    expect(await t.moves()).toEqual(['rejected']);
    await t.change({ tier: '2' });
    expect((await t.checkout()).tier).toBe(1);
    expect(await t.moves()).toEqual(['rejected', 'open']);
  });

  it('lapse what the catalog takes back, and ask anew about what it changes', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.change({ tier: '3' });
    await t.change({ tier: '2' });
    expect(await t.moves()).toEqual(['lapsed', 'open']);
    await t.change({ tier: '1' });
    expect(await t.moves()).toEqual(['lapsed', 'lapsed']);
    const asked = (await t.rows()).filter(row => row.matter === 'placement');
    expect(asked[0].outcome_reason).toBe(
      'the move was taken back or changed in the catalog',
    );
    expect((await t.checkout()).tier).toBe(1);
  });

  it('cannot be approved when the catalog has changed since', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.change({ tier: '3' });
    const [move] = (await t.rows()).filter(row => row.matter === 'placement');
    await t.change({ tier: '2' }, false);
    await expect(t.vote(move.id, 'bob')).rejects.toThrow(
      `The move of ${CHECKOUT} cannot be approved: the catalog no longer says so`,
    );
    expect((await t.checkout()).tier).toBe(1);
  });

  it('are not undone by a sweep that looked before the board decided', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.change({ tier: '3' });
    const [move] = (await t.rows()).filter(row => row.matter === 'placement');
    const { mark } = t.marks;
    let isDecided = false;
    jest.spyOn(t.marks, 'mark').mockImplementation(async (trx, refs, now) => {
      const marked = [...refs];
      if (!isDecided && marked.length > 0) {
        isDecided = true;
        // As if it had been committed while the sweep waited.
        const cast = { voterRef: 'user:default/bob', vote: 'approve' } as const;
        await t.desk.voteIn(trx, move.id, { ...cast, comment: 'Yes' }, now);
      }
      await mark.call(t.marks, trx, marked, now);
    });
    const contexts = await knex('entity_context').where({
      entity_ref: CHECKOUT,
    });
    expect(contexts[0].tier).toBe(1);
    await t.index.putContexts(
      {
        contexts: new Map([
          [
            CHECKOUT,
            {
              ...(await t.index.readScoped([CHECKOUT]))[0].context,
              // The same move, told with another declared tier beside it.
              tier: {
                declared: 4,
                computed: 3,
                effective: 3,
                dependents: 5,
                dependentDomains: 1,
              },
            },
          ],
        ]),
        revision: (await t.index.readState()).revision,
        derivedWith: 'x',
      },
      { now: t.clock.time, confirmEvery: 1e12 },
    );
    expect(isDecided).toBe(true);
    const [{ context }] = await t.index.readScoped([CHECKOUT]);
    expect(context.tier.effective).toBe(3);
    expect(
      await knex('placements').where('entity_ref', CHECKOUT),
    ).toMatchObject([{ tier: 3, move: null, asked_move: null }]);
  });

  it('wait for nobody where boards do not decide', async () => {
    const t = await setUp(knex, { movesWait: false });
    await t.sweep();
    await t.change({ system: 'publishing', tier: '3' });
    expect(await t.moves()).toEqual([]);
    expect(await t.checkout()).toMatchObject({ domainRef: CONTENT, tier: 3 });
  });

  it('ask the board once about tiers that differ, until a figure changes', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.openDue();
    expect(await t.review()).toEqual(['tier-1-4 open']);
    await t.openDue();
    const [{ id }] = (await t.rows()).filter(
      row => row.matter === 'tier-review' && row.entity_ref === CHECKOUT,
    );
    await t.vote(id, 'bob', 'reject');
    await t.change({ tier: '1' });
    expect(await t.review()).toEqual(['tier-1-4 rejected']);
    await t.change({ tier: '2' });
    await t.change({ tier: '3' });
    expect(await t.review()).toEqual([
      'tier-1-4 rejected',
      'tier-2-4 lapsed',
      'tier-3-4 open',
    ]);
    await t.change({ tier: '4' });
    expect((await t.review())[2]).toBe('tier-3-4 lapsed');
  });

  it('tell once of a new owner, and never of the first', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.openDue();
    expect(t.owned).toEqual([]);
    await t.change({ owner: 'team-b' });
    await t.openDue();
    expect(t.owned).toEqual([CHECKOUT]);
  });

  it('are not asked about any more when the entity is gone, and remembered', async () => {
    const t = await setUp(knex);
    await t.sweep();
    await t.change({ tier: '3' });
    t.catalog.remove('checkout');
    await t.sweep();
    await t.openDue();
    expect(await t.moves()).toEqual(['lapsed']);
    t.catalog.entities.push(
      entity('checkout', {
        owner: 'team-a',
        system: 'billing',
        etag: 'again',
        annotations: { 'autonomy/tier': '4' },
      }),
    );
    t.clock.time += 1_000;
    await t.sweep();
    await t.openDue();
    expect((await t.checkout()).tier).toBe(1);
    expect(await t.moves()).toEqual(['lapsed', 'open']);
  });
});
