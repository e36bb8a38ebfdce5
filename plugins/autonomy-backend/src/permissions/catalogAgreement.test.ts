import type { Entity } from '@backstage/catalog-model';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import fc from 'fast-check';
import { indexEntity } from '../entities/indexEntity';
import { catalogRules } from './rules';

/*
 * The catalog's own rules, taken from its backend, against ours of the same name: the same answer for
 * the same entity. Known differences are left out of the generators: the catalog compares owners with
 * regard to case one by one and without in lists (so do we, always without).
 */

const word = fc.constantFrom('a', 'B', 'x.y', "o'r", '', '1', 'true', 'ß');
const leaf = fc.oneof(word, fc.constantFrom(1, true, false, null, 0.5));
const bag = fc.dictionary(
  fc.constantFrom('a', 'b', 'tags'),
  fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'c'), leaf, { maxKeys: 2 }),
  ),
  { maxKeys: 3 },
);
const texts = fc.dictionary(fc.constantFrom('a', 'x.y/z'), word, {
  maxKeys: 2,
  noNullPrototype: true,
});
const owner = fc.constantFrom('group:default/a', 'user:default/b');

const entityArbitrary: fc.Arbitrary<Entity> = fc
  .record({
    kind: fc.constantFrom('Component', 'API'),
    annotations: texts,
    labels: texts,
    metadata: bag,
    spec: bag,
    owners: fc.uniqueArray(owner, { maxLength: 2 }),
  })
  .map(({ annotations, kind, labels, metadata, owners, spec }) => ({
    apiVersion: 'v1',
    kind,
    metadata: { ...metadata, name: 'n', annotations, labels },
    spec: spec as Entity['spec'],
    relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
  }));

const key = fc.constantFrom(
  'a',
  'A',
  'b',
  'tags',
  'tags.a',
  'a.c',
  'annotations.a',
  'X.Y/z',
  'namespace',
  'name',
);
const value = fc.option(word, { nil: undefined });
const params: Record<keyof typeof catalogRules, fc.Arbitrary<any>> = {
  hasAnnotation: fc.record({ annotation: key, value }),
  hasLabel: fc.record({ label: key, value }),
  hasMetadata: fc.record({ key, value }),
  hasSpec: fc.record({ key, value }),
  isEntityKind: fc.record({
    kinds: fc.array(fc.constantFrom('component', 'API'), { maxLength: 2 }),
  }),
  isEntityOwner: fc.record({ claims: fc.array(owner, { maxLength: 2 }) }),
};

describe.each(Object.keys(catalogRules) as (keyof typeof catalogRules)[])(
  '%s',
  name => {
    it('answers as the catalog does', () => {
      const theirs: any = permissionRules[name];
      const ours: any = catalogRules[name];
      expect(ours.name).toBe(theirs.name);
      fc.assert(
        fc.property(entityArbitrary, params[name], (entity, p) => {
          const indexed = indexEntity(entity, { kind: { $exists: true } });
          const record = {
            ...indexed,
            ownerRefs: indexed.relations
              .filter(r => r.type === 'ownedBy')
              .map(r => r.targetRef),
            tier: 4,
          };
          expect(ours.apply(record, p)).toBe(theirs.apply(entity, p));
        }),
        { numRuns: 500 },
      );
    });
  },
);
