import { TestDatabases } from '@backstage/backend-test-utils';
import { startAutonomy, type AutonomyUnderTest } from '../../../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const ALL = ['articles', 'checkout', 'ledger', 'search'];
const ALLOW = { result: 'ALLOW' };
const DENY = { result: 'DENY' };
const conditional = (resourceType: string) => (conditions: object) => ({
  result: 'CONDITIONAL',
  pluginId: resourceType === 'autonomy-entity' ? 'autonomy' : 'catalog',
  resourceType,
  conditions,
});
const ours = conditional('autonomy-entity');
const catalogs = conditional('catalog-entity');
const condition = (rule: string, params: object) => ({
  resourceType: 'x',
  rule,
  params,
});
const notRestricted = {
  not: condition('HAS_LABEL', { label: 'visibility', value: 'restricted' }),
};
const ownedBy = (team: string) =>
  condition('IS_ENTITY_OWNER', { claims: [`group:default/${team}`] });
const inPayments = condition('IN_GOVERNANCE_DOMAIN', {
  domains: ['domain:default/payments'],
});
const ofACustomRule = condition('CUSTOM', {});

describe.each(databases.eachSupportedId())('lists on %s', databaseId => {
  let app: AutonomyUnderTest;

  beforeAll(async () => {
    app = await startAutonomy({ knex: await databases.init(databaseId) });
  });
  afterAll(() => app.stop());

  async function list(own: object, catalog: object, query = '') {
    app.permissions.authorizeConditional.mockResolvedValueOnce([
      own,
      catalog,
    ] as any);
    const { body, status } = await app.get(`/entities${query}`);
    expect(status).toBe(200);
    return {
      names: body.items.map((item: any) => item.name),
      total: body.totalItems,
      pageInfo: body.pageInfo,
    };
  }

  it.each([
    ['allow, allow', ALLOW, ALLOW, ALL],
    ['deny, allow', DENY, ALLOW, []],
    ['allow, deny', ALLOW, DENY, []],
    ['deny, conditional', DENY, catalogs(notRestricted), []],
    ['conditional, deny', ours(notRestricted), DENY, []],
    ['conditional, allow', ours(inPayments), ALLOW, ['checkout', 'ledger']],
    [
      'allow, conditional',
      ALLOW,
      catalogs(notRestricted),
      ['articles', 'checkout', 'search'],
    ],
    [
      'both conditional',
      ours(inPayments),
      catalogs(notRestricted),
      ['checkout'],
    ],
    [
      'nested conditions',
      ours({ anyOf: [notRestricted, ownedBy('team-b')] }),
      catalogs({ allOf: [notRestricted, { not: ownedBy('team-a') }] }),
      ['articles', 'search'],
    ],
    [
      'tiers',
      ours(condition('HAS_TIER', { tiers: [1] })),
      catalogs(condition('HAS_SPEC', { key: 'type', value: 'service' })),
      ['checkout'],
    ],
  ])(
    'show what both decisions allow, and count no more: %s',
    async (_, own, catalog, expected) => {
      const { names, total } = await list(own, catalog);
      expect(names).toEqual(expected);
      expect(total).toBe(expected.length);
    },
  );

  it('ask the catalog where only it can tell, and then withhold the count', async () => {
    const getEntitiesByRefs = jest.spyOn(
      app.catalog.service,
      'getEntitiesByRefs',
    );
    getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        ref.endsWith('/ledger') ? undefined : ({ kind: 'Component' } as any),
      ),
    }));
    const first = await list(ALLOW, catalogs(ofACustomRule), '?limit=2');
    expect(first.names).toEqual(['articles', 'checkout']);
    expect(first.total).toBeUndefined();
    const next = await list(
      ALLOW,
      catalogs(ofACustomRule),
      `?limit=2&cursor=${first.pageInfo.nextCursor}`,
    );
    expect(next.names).toEqual(['search']);
    expect(next.pageInfo.nextCursor).toBeUndefined();
    // As after a request that ended before it found the next one, and back.
    const order = { by: 'name', direction: 'asc' };
    const later = (backwards: boolean) =>
      list(
        ALLOW,
        catalogs(ofACustomRule),
        `?limit=1&cursor=${Buffer.from(
          JSON.stringify({ order, skip: 1, backwards }),
        ).toString('base64url')}`,
      );
    const onwards = await later(false);
    expect(onwards.names).toEqual(['checkout']);
    const back = await later(true);
    expect(back.names).toEqual(['checkout']);
    for (const { pageInfo } of [onwards, back]) {
      expect(Object.keys(pageInfo).sort()).toEqual([
        'nextCursor',
        'prevCursor',
      ]);
    }
    const both = await list(ours(inPayments), catalogs(ofACustomRule));
    expect(both.names).toEqual(['checkout']);
    // with the reader's credentials, not with the suite's own
    expect(getEntitiesByRefs.mock.lastCall?.[1]).toMatchObject({
      credentials: { principal: { type: 'user' } },
    });
    getEntitiesByRefs.mockRestore();
  });

  it('treat parameters that a rule does not take as a rule of the catalog alone', async () => {
    const getEntitiesByRefs = jest
      .spyOn(app.catalog.service, 'getEntitiesByRefs')
      .mockImplementation(async ({ entityRefs }) => ({
        items: entityRefs.map(() => undefined),
      }));
    const odd = condition('IS_ENTITY_OWNER', { claims: 'everybody' });
    expect((await list(ALLOW, catalogs(odd))).names).toEqual([]);
    getEntitiesByRefs.mockRestore();
  });
});
