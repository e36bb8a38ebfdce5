import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { range } from 'lodash';
import { startAutonomy, type AutonomyUnderTest } from '../../__testUtils__';
import { applyMigrations, inChunks } from '../../database';
import { loadPolicy } from '../../scorecards';
import { FactDeclarations } from '../FactDeclarations';
import { AuthorizedKnownFactsReader } from './AuthorizedKnownFactsReader';
import { FactSamples } from './FactSamples';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('known facts on %s', databaseId => {
  describe('over HTTP', () => {
    let app: AutonomyUnderTest;
    beforeAll(async () => {
      app = await startAutonomy({
        knex: await databases.init(databaseId),
        config: {
          facts: {
            collectors: { tidy: { schema: { score: 'number', rare: 'text' } } },
          },
        },
      });
      const fact = (name: string, collector: string, facts: object) => ({
        entityRef: `component:default/${name}`,
        collector,
        facts,
        collectedAt: new Date().toISOString(),
      });
      await app.post('/facts', {
        items: [
          fact('checkout', 'tidy', { score: 0.5 }),
          fact('checkout', 'ours', { tested: true, who: 'somebody' }),
          fact('ledger', 'ours', { tested: false }),
        ],
      });
    });
    afterAll(() => app.stop());

    it('are those that were declared and those that were seen', async () => {
      const { body, status } = await app.get('/policy/facts');
      expect(status).toBe(200);
      const known = (path: string) =>
        body.items.find((item: any) => item.path === path);
      expect(known('catalog.tier')).toEqual({
        path: 'catalog.tier',
        type: 'number',
        isDeclared: true,
      });
      expect(known('catalog.tools.onCall').type).toBe('boolean');
      expect(known('tidy.score')).toEqual({
        path: 'tidy.score',
        type: 'number',
        isDeclared: true,
        entities: 1,
        example: '0.5',
      });
      expect(known('tidy.rare').entities).toBe(0);
      expect(known('ours.tested')).toEqual({
        path: 'ours.tested',
        type: 'boolean',
        isDeclared: false,
        entities: 2,
        example: 'true',
      });
      expect(known('ours.who')).toMatchObject({ type: 'text', entities: 1 });
      expect(JSON.stringify(body)).not.toContain('somebody');
      const paths = body.items.map(({ path }: any) => path);
      expect(paths).toEqual([...paths].sort());
    });

    it('are for those who may see the policy', async () => {
      app.permissions.authorize.mockResolvedValueOnce([{ result: 'DENY' }]);
      expect((await app.get('/policy/facts')).status).toBe(403);
      const none = mockCredentials.none.header();
      expect((await app.get('/policy/facts', none)).status).toBe(401);
    });
  });

  describe('of many entities', () => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
      const refs = range(1_800).map(
        n => `component:default/${String(n).padStart(5, '0')}`,
      );
      for (const chunk of inChunks(refs, 200)) {
        await knex('entities').insert(
          chunk.map(entity_ref => ({
            entity_ref,
            etag: '',
            indexed_as: '',
            kind: 'Component',
            namespace: 'default',
            name: entity_ref,
            definition_length: 0,
            in_scope: true,
            sort_name: '',
            search_text: '',
            metadata: '{}',
            spec: '{}',
            first_seen_at: 0,
          })),
        );
        await knex('facts').insert(
          chunk.map((entity_ref, place) => ({
            entity_ref,
            collector: 'ours',
            document: JSON.stringify(
              place % 2 ? { all: 1 } : { all: 1, half: 1 },
            ),
            collected_at: 0,
            ttl: 1,
            recorded_at: 0,
            content_hash: '',
          })),
        );
      }
    });
    afterAll(() => knex.destroy());

    it('are estimated from some, and read once a minute', async () => {
      const samples = FactSamples.create({ knex });
      const take = jest.spyOn(samples, 'take');
      let elapsed = 0;
      const reader = AuthorizedKnownFactsReader.create({
        declarations: FactDeclarations.create(),
        elapsed: () => elapsed,
        permissions: mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({ result: 'ALLOW' as const })),
        }),
        policy: await loadPolicy([]),
        samples,
      });
      const read = async () => {
        const { items } = await reader.read({
          credentials: mockCredentials.user(),
        });
        return items.filter(({ path }) => path.startsWith('ours.'));
      };
      const [all, half] = await read();
      expect(all.entities).toBe(1_800);
      expect(Math.abs(half.entities! - 900)).toBeLessThan(50);
      elapsed = 59_999;
      await read();
      expect(take).toHaveBeenCalledTimes(1);

      elapsed = 60_000;
      take.mockRejectedValueOnce(new Error('gone'));
      await expect(read()).rejects.toThrow('gone');
      expect(await read()).toHaveLength(2);
      expect(take).toHaveBeenCalledTimes(3);
    });
  });
});
