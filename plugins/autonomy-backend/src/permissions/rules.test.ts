import { TestDatabases } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  EntityFilter,
  EntityRecord,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import fc from 'fast-check';
import type { Entity } from '@backstage/catalog-model';
import { applyMigrations } from '../database';
import { mockServices } from '@backstage/backend-test-utils';
import { DatabaseEntityIndexStore } from '../entities';
import { indexEntity } from '../entities/indexEntity';
import { autonomyRules } from './rules';
import { whereVisible } from './whereVisible';

const databases = TestDatabases.create();
jest.setTimeout(120_000);

// Few words, so that conditions and entities meet often; odd ones among them.
const word = fc.constantFrom(
  'a',
  'A',
  'ß',
  'İ',
  'x.y',
  "o'r",
  '%',
  '',
  '1',
  'true',
  'é'.repeat(201),
);
const leaf = fc.oneof(word, fc.constantFrom(1, true, false, null, 0.5));
const bag = fc.dictionary(
  fc.constantFrom('a', 'B', 'x', 'tags', 'x.y'),
  fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.dictionary(word, leaf, { maxKeys: 2 }),
  ),
  { maxKeys: 3 },
);
const strings = fc.dictionary(fc.constantFrom('a', 'A/b', 'x.y'), word, {
  maxKeys: 2,
});
const ownerRef = fc.constantFrom(
  'group:default/a',
  'group:default/b',
  'user:default/a',
);

const entityArbitrary = fc
  .record({
    kind: fc.constantFrom('Component', 'API', 'component'),
    annotations: fc.option(strings, { nil: undefined }),
    labels: fc.option(strings, { nil: undefined }),
    metadata: bag,
    spec: bag,
    owners: fc.uniqueArray(ownerRef, { maxLength: 2 }),
    domainRef: fc.constantFrom(
      undefined,
      'domain:default/a',
      'domain:default/b',
    ),
    tier: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  })
  .map(
    ({
      annotations,
      domainRef,
      kind,
      labels,
      metadata,
      owners,
      spec,
      tier,
    }) => ({
      domainRef,
      tier,
      entity: {
        apiVersion: 'v1',
        kind,
        metadata: { ...metadata, annotations, labels, namespace: 'default' },
        spec,
        relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
      },
    }),
  );

const key = fc.constantFrom(
  'a',
  'A',
  'b',
  'x',
  'tags',
  'tags.a',
  'x.y',
  'X.Y.a',
  'namespace',
  'annotations.a',
  'A/B',
  'a/b',
  'etag',
);
const value = fc.option(word, { nil: undefined });
const rule = <T extends keyof typeof autonomyRules>(
  name: T,
  params: fc.Arbitrary<any>,
) => params.map(p => ({ rule: autonomyRules[name], params: p }));
const condition = fc.oneof(
  rule(
    'isEntityKind',
    fc.record({
      kinds: fc.array(fc.constantFrom('component', 'API', 'x'), {
        maxLength: 2,
      }),
    }),
  ),
  rule(
    'isEntityOwner',
    fc.record({
      claims: fc.array(fc.oneof(ownerRef, fc.constant('GROUP:default/A')), {
        maxLength: 2,
      }),
    }),
  ),
  rule('hasAnnotation', fc.record({ annotation: key, value })),
  rule('hasLabel', fc.record({ label: key, value })),
  rule('hasMetadata', fc.record({ key, value })),
  rule('hasSpec', fc.record({ key, value })),
  rule(
    'inGovernanceDomain',
    fc.record({
      domains: fc.array(
        fc.constantFrom('domain:default/a', 'Domain:default/B', 'x'),
        { maxLength: 2 },
      ),
    }),
  ),
  rule(
    'hasTier',
    fc.record({
      tiers: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
    }),
  ),
);
type Condition = { rule: any; params: any };
const criteria = fc.letrec<{ node: PermissionCriteria<Condition> }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc
      .array(tie('node'), { minLength: 1, maxLength: 3 })
      .map(allOf => ({ allOf })),
    fc
      .array(tie('node'), { minLength: 1, maxLength: 3 })
      .map(anyOf => ({ anyOf })),
    tie('node').map(not => ({ not })),
  ) as fc.Arbitrary<any>,
})).node;

function toQuery(c: any): PermissionCriteria<EntityFilter> {
  if (c.allOf) return { allOf: c.allOf.map(toQuery) };
  if (c.anyOf) return { anyOf: c.anyOf.map(toQuery) };
  if (c.not) return { not: toQuery(c.not) };
  return c.rule.toQuery(c.params);
}

function apply(c: any, record: EntityRecord): boolean {
  if (c.allOf) return c.allOf.every((part: any) => apply(part, record));
  if (c.anyOf) return c.anyOf.some((part: any) => apply(part, record));
  if (c.not) return !apply(c.not, record);
  return c.rule.apply(record, c.params);
}

describe.each(databases.eachSupportedId())(
  'permission rules on %s',
  databaseId => {
    it('select the same entities one by one and by query', async () => {
      const knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
      const store = DatabaseEntityIndexStore.create({
        marks: { mark: async () => {} },
        knex,
        scope: { kind: { $exists: true } },
      });
      let matches = 0;

      await fc.assert(
        fc.asyncProperty(
          fc.array(entityArbitrary, { minLength: 4, maxLength: 8 }),
          fc.array(criteria, { minLength: 8, maxLength: 8 }),
          async (samples, all) => {
            await store.deleteEntities(
              [...(await store.readVersions()).keys()],
              0,
            );
            const indexed = samples.map(({ entity, domainRef, tier }, n) => {
              entity.metadata = { ...entity.metadata, name: `e${n}` } as any;
              return {
                ...indexEntity(entity as unknown as Entity, {
                  kind: { $exists: true },
                }),
                domainRef,
                tier,
              };
            });
            await store.putEntities(indexed, 1);
            const { revision } = await store.readState();
            const contexts = new Map(
              indexed.map(({ domainRef, entityRef, tier }) => [
                entityRef,
                {
                  domainRef,
                  domainChain: [],
                  tier: {
                    effective: tier,
                    dependents: 0,
                    dependentDomains: 0,
                  },
                  catalogFacts: {},
                },
              ]),
            );
            await store.putContexts(
              { contexts, revision, derivedWith: '' },
              { now: 1, confirmEvery: 1 },
            );
            const refs = indexed.map(({ entityRef }) => entityRef);
            const records = (await store.readRecords(refs)) as EntityRecord[];
            for (const c of all) {
              const query = knex('entities').select('entities.entity_ref');
              whereVisible(query, toQuery(c));
              const found = (await query).map(row => row.entity_ref).sort();
              const expected = records
                .filter(record => apply(c, record))
                .map(record => record.entityRef)
                .sort();
              expect(found).toEqual(expected);
              matches += found.length;
            }
          },
        ),
        { numRuns: databaseId === 'SQLITE_3' ? 300 : 60 },
      );
      expect(matches).toBeGreaterThan(100);
      await knex.destroy();
    });
  },
);
