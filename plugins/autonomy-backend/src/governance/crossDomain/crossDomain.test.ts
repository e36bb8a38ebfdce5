import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { people } from '../__testUtils__/people';
import {
  BOARD,
  CENTRE,
  EDITORS,
  setUpBoards,
} from '../__testUtils__/setUpBoards';
import { createCrossDomain } from '.';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const CHECKOUT = 'component:default/checkout';
const DOMAINS = ['domain:default/payments', 'domain:default/content'];
const BODY = {
  matter: 'cross-domain',
  entityRef: CHECKOUT,
  title: 'One gateway for both domains',
  domainRefs: DOMAINS,
  reason: 'Each of them runs its own today.',
};

async function setUp(knex: Knex) {
  const t = await setUpBoards(knex);
  const { clock, desk, index } = t;
  const { as, boards, owners } = people(
    {
      ann: ['group:default/team-a'],
      bob: [BOARD],
      eve: [EDITORS],
      gus: [CENTRE],
    },
    { index },
  );
  const { handler, open } = createCrossDomain({
    boards,
    catalog: {
      readable: async refs =>
        new Set(refs.filter(ref => ref !== 'domain:default/secret')),
    },
    clock,
    desk,
    index,
    knex,
    owners,
    settings: { boards: new Map(), centralBoard: CENTRE },
  });
  desk.register(handler);
  await t.sweep();
  return {
    ...t,
    open: (who: string, body: object = {}) =>
      open({ ...BODY, ...body }, as(who)),
  };
}

describe.each(databases.eachSupportedId())(
  'cross-domain matters on %s',
  databaseId => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(() => knex.destroy());

    it('are decided by the central board', async () => {
      const t = await setUp(knex);
      const id = await t.open('ann');
      const proposal = await t.theOpen();
      expect(proposal).toMatchObject({
        id,
        boardRef: CENTRE,
        isRequest: true,
        openedBy: 'user:default/ann',
        content: {
          matter: 'cross-domain',
          title: 'One gateway for both domains',
          domainRefs: [...DOMAINS].sort(),
        },
      });
      expect(proposal.lapsesAt).toBeGreaterThan(t.clock.time);
      await t.vote(id, 'gus');
      expect((await t.vote(id, 'hal')).state).toBe('approved');
    });

    it('are asked by members of the boards of the domains, once', async () => {
      const t = await setUp(knex);
      await t.open('eve');
      await expect(
        t.open('bob', { domainRefs: [...DOMAINS].reverse() }),
      ).rejects.toThrow('is open already');
      await t.open('bob', { title: 'Another matter' });
      await expect(t.open('zoe')).rejects.toThrow(
        `Only the owners of ${CHECKOUT} and members of the boards of these domains may ask`,
      );
    });

    it.each([
      [
        { domainRefs: [DOMAINS[0]] },
        'Invalid domainRefs: expected a list of 2',
      ],
      [
        { domainRefs: [DOMAINS[0], DOMAINS[0]] },
        'Invalid domainRefs: expected a list of 2 to 20 domains, each once',
      ],
      [
        { domainRefs: [DOMAINS[0], CHECKOUT] },
        'Invalid domainRefs[1]: expected the ref of a domain',
      ],
      [
        { domainRefs: [DOMAINS[0], 'domain:default/nothing'] },
        'Invalid domainRefs: expected domains of the catalog, found domain:default/nothing',
      ],
      [
        { domainRefs: [DOMAINS[0], 'domain:default/secret'] },
        'found domain:default/secret',
      ],
      [
        { title: 'So' },
        'Invalid title: expected a text of 3 to 200 characters',
      ],
      [{ reason: undefined }, 'Invalid reason'],
      [{ entityRef: 'component:default/ledger' }, 'No entity'],
    ])('need %j otherwise', async (body, message) => {
      const t = await setUp(knex);
      await expect(t.open('ann', body)).rejects.toThrow(message);
      expect(await t.rows()).toEqual([]);
    });
  },
);
