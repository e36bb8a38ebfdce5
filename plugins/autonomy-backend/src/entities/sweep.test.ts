import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { loadPolicy } from '../scorecards';
import { applyMigrations } from '../database';
import { entity, FakeCatalog, organisation } from '../__testUtils__';
import { createSweepRunner } from './createSweepRunner';
import { DatabaseEntityIndexStore } from './DatabaseEntityIndexStore';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const CHECKOUT = 'component:default/checkout';

async function setup(knex: Knex, scope: any = { kind: 'Component' }) {
  await applyMigrations(mockServices.database.mock(), knex);
  const catalog = new FakeCatalog(organisation());
  const touched = new Set<string>();
  const marks = {
    mark: async (_: unknown, refs: Iterable<string>) => {
      for (const ref of refs) touched.add(ref);
    },
  };
  const index = DatabaseEntityIndexStore.create({ knex, marks, scope });
  const policy = await loadPolicy([]);
  const clock = { time: 1_000_000, now: async () => clock.time };
  const logger = mockServices.logger.mock();
  const runner = createSweepRunner({
    auth: mockServices.auth(),
    catalog: catalog.service,
    clock,
    index,
    logger,
    policy,
    settings: {
      scope,
      boards: new Map([['domain:default/content', 'group:default/editors']]),
      centralBoard: 'group:default/architects',
    },
    mayRun: async () => true,
    onSwept: () => {},
  });
  return {
    catalog,
    clock,
    index,
    knex,
    logger,
    async sweep() {
      touched.clear();
      await runner.run();
      return [...touched].sort();
    },
    scoped: async (ref: string) => (await index.readScoped([ref]))[0],
  };
}

describe.each(databases.eachSupportedId())(
  'catalog sweep on %s',
  databaseId => {
    it('indexes what is new, changed and gone, and touches nothing else', async () => {
      const t = await setup(await databases.init(databaseId));
      expect(await t.sweep()).toHaveLength(4);
      expect(await t.index.listScope()).toHaveLength(4);
      expect(await t.sweep()).toEqual([]);

      t.catalog.entities.push(entity('fresh', { owner: 'team-b' }));
      // team-b has one more service, so its other entities' facts changed with it
      expect(await t.sweep()).toEqual([
        'component:default/articles',
        'component:default/fresh',
        'component:default/search',
      ]);
      expect((await t.scoped(CHECKOUT)).context.teamFacts).toEqual({
        services: 2,
        members: 1,
        load: 2,
      });

      t.catalog.entities = t.catalog.entities.map(e =>
        e.metadata.name === 'ledger'
          ? entity('ledger', {
              etag: 'etag-2',
              owner: 'team-a',
              system: 'billing',
            })
          : e,
      );
      t.clock.time += 1000;
      expect(await t.sweep()).toEqual(['component:default/ledger']);
      expect(
        (await t.scoped('component:default/ledger')).snapshot,
      ).toMatchObject({
        firstSeenAt: 1_000_000,
      });

      t.catalog.remove('fresh');
      // Of what is gone nothing is evaluated any more.
      expect(await t.sweep()).toEqual([
        'component:default/articles',
        'component:default/search',
      ]);
      expect(await t.index.listScope()).toHaveLength(4);
      await t.knex.destroy();
    });

    it('derives owner, domain, board, tier and dependents from the rest of the catalog', async () => {
      const t = await setup(await databases.init(databaseId));
      await t.sweep();
      const checkout = await t.scoped(CHECKOUT);
      expect(checkout.snapshot).toMatchObject({
        ownerRef: 'group:default/team-a',
        systemRef: 'system:default/billing',
        domainRef: 'domain:default/payments',
        domainChain: ['domain:default/payments'],
        boardRef: 'group:default/payments-board',
        tier: { declared: 1, effective: 1, dependents: 1, dependentDomains: 1 },
      });
      expect(checkout.context.catalogFacts).toMatchObject({
        owner: { exists: true },
        domain: { hasBoard: true },
        apis: { provided: 1, documented: 1, consumed: 0 },
        dependents: { total: 1, crossTeam: 1, crossTeamUndocumented: 0 },
      });
      expect(
        (await t.scoped('component:default/ledger')).context.catalogFacts,
      ).toMatchObject({
        apis: { provided: 1, documented: 0 },
        dependents: { total: 1, crossTeam: 1, crossTeamUndocumented: 1 },
      });
      const articles = await t.scoped('component:default/articles');
      expect(articles.snapshot.boardRef).toBe('group:default/editors');
      expect(articles.context).toMatchObject({
        catalogFacts: { dependencies: { total: 3 } },
        teamFacts: { services: 2, members: 2, load: 1 },
      });
      // no system, so no domain: the central board's
      const search = await t.scoped('component:default/search');
      expect(search.snapshot.domainRef).toBeUndefined();
      expect(search.snapshot.boardRef).toBe('group:default/architects');
      expect(search.context.catalogFacts).toMatchObject({
        domain: { hasBoard: false },
      });
      await t.knex.destroy();
    });

    it('keeps nothing of a person but the ref', async () => {
      const t = await setup(await databases.init(databaseId));
      await t.sweep();
      expect(
        await t
          .knex('entities')
          .where('entity_ref', 'user:default/ann')
          .first(),
      ).toMatchObject({
        title: null,
        metadata: '{}',
        spec: '{}',
      });
      await t.knex.destroy();
    });

    it('believes no sweep that is suspiciously short', async () => {
      const t = await setup(await databases.init(databaseId));
      t.catalog.entities.push(
        ...Array.from({ length: 20 }, (_, n) => entity(`s${n}`)),
      );
      await t.sweep();
      const all = t.catalog.entities;
      t.catalog.entities = all.slice(0, 20);
      expect(await t.sweep()).toEqual([]);
      expect(await t.index.readVersions()).toHaveProperty('size', 33);
      expect(t.logger.warn).toHaveBeenCalledWith(
        'The catalog returned 20 entities where 33 were known; none is taken for deleted',
      );
      t.catalog.entities = all.slice(0, 30);
      await t.sweep();
      expect(await t.index.readVersions()).toHaveProperty('size', 30);
      t.catalog.entities = [];
      await t.sweep();
      expect(await t.index.readVersions()).toHaveProperty('size', 30);
      await t.knex.destroy();
    });

    it('survives a catalog that cannot be reached', async () => {
      const t = await setup(await databases.init(databaseId));
      t.catalog.failure = new Error('no route to catalog');
      expect(await t.sweep()).toEqual([]);
      expect(t.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('no route to catalog'),
      );
      t.catalog.failure = undefined;
      expect(await t.sweep()).toHaveLength(4);
      await t.knex.destroy();
    });

    it('makes up for a process that died between index and contexts', async () => {
      const t = await setup(await databases.init(databaseId));
      await t.sweep();
      const dying = jest
        .spyOn(t.index, 'putContexts')
        .mockRejectedValueOnce(new Error('killed'));
      t.catalog.entities.push(entity('fresh', { owner: 'team-b' }));
      expect(await t.sweep()).toEqual(['component:default/fresh']);
      dying.mockRestore();
      expect(await t.sweep()).toContain('component:default/fresh');
      await t.knex.destroy();
    });

    it('lets no replica replace contexts by those of an older index', async () => {
      const t = await setup(await databases.init(databaseId));
      await t.sweep();
      const { revision } = await t.index.readState();
      const { context } = await t.scoped(CHECKOUT);
      const options = { now: t.clock.time, confirmEvery: DAY };
      const put = (from: number, boardRef: string) =>
        t.index.putContexts(
          {
            contexts: new Map([[CHECKOUT, { ...context, boardRef }]]),
            derivedWith: 'test',
            revision: from,
          },
          options,
        );
      expect(await put(revision - 1, 'group:default/former')).toEqual([]);
      expect((await t.scoped(CHECKOUT)).context).toEqual(context);
      // two at once: each is compared with what it replaces
      await Promise.all([
        put(revision + 1, 'group:default/newest'),
        put(revision, 'group:default/newer'),
      ]);
      expect((await t.scoped(CHECKOUT)).context.boardRef).toBe(
        'group:default/newest',
      );
      await t.knex.destroy();
    });

    it('indexes entities that the database could not store as they are', async () => {
      const t = await setup(await databases.init(databaseId));
      t.catalog.entities = [
        entity('odd', {
          title: 'nul\0',
          type: 'ser\0vice',
          labels: { odd: '\0' },
          consumes: [`api:default/${'x7'.repeat(5_000)}`],
          spec: { 'k\0': ['\0', { '\ud800': 1 }], long: 'y'.repeat(10_000) },
        }),
      ];
      await t.sweep();
      expect((await t.scoped('component:default/odd')).snapshot).toMatchObject({
        title: 'nul',
        type: 'service',
      });
      await t.knex.destroy();
    });

    it('confirms the facts of the catalog before they go stale', async () => {
      const t = await setup(await databases.init(databaseId));
      await t.sweep();
      t.clock.time += DAY / 5;
      await t.sweep();
      expect((await t.scoped(CHECKOUT)).confirmedAt).toBe(1_000_000);
      t.clock.time += DAY / 5;
      expect(await t.sweep()).toEqual([]);
      expect((await t.scoped(CHECKOUT)).confirmedAt).toBe(t.clock.time);
      await t.knex.destroy();
    });

    it('indexes anew when the scope changes', async () => {
      const knex = await databases.init(databaseId);
      await (await setup(knex)).sweep();
      const t = await setup(knex, {
        kind: 'Component',
        'spec.type': 'website',
      });
      await t.sweep();
      expect(await t.index.listScope()).toEqual(['component:default/search']);
      expect(await t.scoped(CHECKOUT)).toBeUndefined();
      expect(await knex('entity_context')).toHaveLength(1);

      // Who left the scope is noted, and forgotten when it is back or was never in.
      const departed = await knex('departed_entities').orderBy('entity_ref');
      expect(departed.map(row => row.entity_ref)).toEqual([
        'component:default/articles',
        CHECKOUT,
        'component:default/ledger',
      ]);
      expect(Number(departed[1].departed_at)).toBe(1_000_000);
      t.clock.time += DAY;
      t.catalog.remove('ledger');
      t.catalog.remove('team-b');
      await t.sweep();
      const again = await setup(knex);
      again.clock.time += 2 * DAY;
      again.catalog.remove('articles');
      await again.sweep();
      expect(
        (await knex('departed_entities')).map(row => row.entity_ref),
      ).toEqual(['component:default/articles']);
      const ledger = await again.scoped('component:default/ledger');
      expect(ledger.snapshot.firstSeenAt).toBe(1_000_000);
      await knex.destroy();
    });

    it('forgets when it first saw who is back in the scope after the record went', async () => {
      const knex = await databases.init(databaseId);
      const websites = { kind: 'Component', 'spec.type': 'website' };
      await (await setup(knex)).sweep();
      await (await setup(knex, websites)).sweep();
      // As retention does: of the ledger's it kept the record.
      await knex('departed_entities')
        .whereNot('entity_ref', 'component:default/ledger')
        .delete();
      const t = await setup(knex);
      t.clock.time += DAY;
      await t.sweep();
      const firstSeen = async (name: string) =>
        (await t.scoped(`component:default/${name}`)).snapshot.firstSeenAt;
      expect(await firstSeen('checkout')).toBe(t.clock.time);
      expect(await firstSeen('ledger')).toBe(1_000_000);
      expect(await firstSeen('search')).toBe(1_000_000);
      await knex.destroy();
    });
  },
);
