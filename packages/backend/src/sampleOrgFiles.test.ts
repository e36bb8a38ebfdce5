import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readEvidence, readFiles, SAYINGS } from './__testUtils__/demo';
import { readCatalog } from './__testUtils__/sampleCatalog';
import { examples, readConfig } from './__testUtils__/startSampleOrg';
import { sampleUsers } from './modules/sampleAuth/users';

const distinct = <T>(values: readonly T[]) => [...new Set(values)].sort();

describe('files of the sample organisation', () => {
  let entities: Entity[];

  beforeAll(async () => {
    entities = await readCatalog(join(examples, 'all.yaml'));
  });

  const refsOf = (kind: string) =>
    entities.filter(e => e.kind === kind).map(e => stringifyEntityRef(e));

  describe('catalog', () => {
    it('has three governance domains and about forty components', () => {
      expect(refsOf('Domain')).toHaveLength(3);
      expect(refsOf('Component').length).toBeGreaterThanOrEqual(38);
    });

    it('declares every entity once', () => {
      const refs = entities.map(e => stringifyEntityRef(e));
      expect(distinct(refs)).toEqual([...refs].sort());
    });

    it('has an entity for everybody who can sign in', () => {
      expect(refsOf('User')).toEqual(
        expect.arrayContaining(sampleUsers.map(name => `user:default/${name}`)),
      );
    });

    it('points at nothing outside of itself, but for two owners who are gone', () => {
      const refs = new Set(entities.map(e => stringifyEntityRef(e)));
      const dangling = entities
        .flatMap(entity => entity.relations ?? [])
        .map(({ targetRef }) => targetRef)
        .filter(ref => !refs.has(ref));
      expect(distinct(dangling)).toEqual([
        'group:default/editorial-archive',
        'group:default/reporting-team',
      ]);
    });

    it('is governed by every file of its policy', () => {
      const folder = join(examples, 'autonomy');
      expect([...readConfig().policy.files].sort()).toEqual(
        readdirSync(folder)
          .sort()
          .map(name => join(folder, name)),
      );
    });

    it('makes a browser ask nobody', () => {
      const text = JSON.stringify(entities);
      expect(text).not.toMatch(/https?:|"picture"|"links"/);
    });
  });

  describe('evidence', () => {
    const evidence = readEvidence(join(examples, 'evidence'), Date.now());
    const items = (kind: string): any[] =>
      evidence[kind].map(({ item }: any) => item);

    it('is about components of the catalog', () => {
      const components = new Set(refsOf('Component'));
      const strangers = Object.keys(evidence)
        .flatMap(items)
        .map(({ entityRef }) => entityRef)
        .filter(ref => !components.has(ref));
      expect(strangers).toEqual([]);
    });

    it('has an identity of its own for every record', () => {
      for (const keys of [
        items('Facts').map(
          fact => `${fact.entityRef} ${fact.collector} ${fact.collectedAt}`,
        ),
        items('Incidents').map(({ id, source }) => `${source} ${id}`),
        items('Deployments').map(({ id, source }) => `${source} ${id}`),
      ]) {
        expect(distinct(keys)).toEqual([...keys].sort());
      }
    });

    it('tells of each collector and component in one place', () => {
      const places = new Map<string, string>();
      for (const { item, origin } of evidence.Facts as any[]) {
        const key = `${item.entityRef} ${item.collector}`;
        expect([key, places.get(key) ?? origin]).toEqual([key, origin]);
        places.set(key, origin);
      }
    });

    it('names incidents that were reported', () => {
      const reported = items('Incidents').map(({ id }) => id);
      const named = items('Deployments').flatMap(
        ({ incidentId }) => incidentId ?? [],
      );
      expect(reported).toEqual(expect.arrayContaining(named));
    });
  });

  describe('governance', () => {
    const said: any[] = readFiles(
      join(examples, 'governance'),
      Object.keys(SAYINGS),
    ).flatMap(({ items }: any) => items);
    const answered = said.flatMap(({ signatures = [], votes = [] }) => [
      ...signatures,
      ...votes,
    ]);

    it('is said by people who can sign in, about what is there', () => {
      expect(sampleUsers).toEqual(
        expect.arrayContaining([...said, ...answered].map(({ as }) => as)),
      );
      expect([...refsOf('Component'), ...refsOf('Domain')]).toEqual(
        expect.arrayContaining(
          said.flatMap(
            ({ domainRef, entityRef }) => domainRef ?? entityRef ?? [],
          ),
        ),
      );
      expect(refsOf('Group')).toEqual(
        expect.arrayContaining(
          said.flatMap(
            ({ ownerRef, supportedBy }) => ownerRef ?? supportedBy ?? [],
          ),
        ),
      );
    });
  });
});
