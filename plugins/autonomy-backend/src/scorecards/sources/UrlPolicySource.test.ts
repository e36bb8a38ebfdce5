import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotModifiedError } from '@backstage/errors';
import { applyMigrations, type Clock } from '../../database';
import { startPolicies } from '../startPolicies';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const ADDRESS = 'https://git.example/policy.yaml';
const scorecard = (id: string) => `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: own, title: Own }
spec:
  role: guardrails
  checks:
    - { id: ${id}, title: Own, areas: [deployment], expression: a.b }
`;

describe.each(databases.eachSupportedId())('addresses on %s', databaseId => {
  async function setUp() {
    const knex = await databases.init(databaseId);
    await applyMigrations(
      mockServices.database.mock({ getClient: async () => knex }),
      knex,
    );
    await knex('policy_fetches').delete();
    let now = 1_000_000;
    const clock: Clock = { now: async () => now };
    const at = { text: '' as string | Error };
    const reader = {
      readUrl: async (_url: string, options?: { etag?: string }) => {
        if (at.text instanceof Error) {
          throw at.text;
        }
        const etag = `"${at.text.length}"`;
        if (options?.etag === etag) {
          throw new NotModifiedError();
        }
        const text = at.text;
        return { buffer: async () => Buffer.from(text), etag };
      },
    } as unknown as UrlReaderService;
    const logger = mockServices.logger.mock();
    const start = () =>
      startPolicies({
        clock,
        facts: {},
        knex,
        logger,
        settings: { policyFiles: [], policyUrls: [ADDRESS] },
        urlReader: reader,
      });
    return {
      at,
      knex,
      logger,
      start,
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  }

  it('are read at the start and anew, and a broken text changes nothing', async () => {
    const { at, knex, logger, pass, start } = await setUp();
    at.text = scorecard('one');
    const { addresses, policies } = await start();
    const names = () =>
      policies.live.scorecards.flatMap(({ checks }) =>
        checks.map(({ id }) => id),
      );
    expect(names()).toContain('one');
    pass(5_000);
    at.text = scorecard('two-two');
    await addresses.run();
    expect(names()).toContain('two-two');
    expect(await addresses.problems()).toEqual([]);

    for (const broken of [
      'a: [',
      scorecard('rollback-tested'),
      new Error('no route to host'),
    ]) {
      pass(5_000);
      at.text = broken;
      await addresses.run();
      expect(names()).toContain('two-two');
    }
    // Since it first failed.
    expect(await addresses.problems()).toEqual([
      { place: ADDRESS, since: 1_010_000, message: 'no route to host' },
    ]);
    expect(logger.error).toHaveBeenCalledTimes(3);

    // Another process that starts now goes on with the last good copy.
    const again = await start();
    expect(again.policies.live.version).toBe(policies.live.version);
    at.text = scorecard('two-two');
    await addresses.run();
    expect(await addresses.problems()).toEqual([]);
    await knex.destroy();
  });

  it('that never could be read stop the start, and name their path', async () => {
    const { at, knex, start } = await setUp();
    at.text = new Error('no route to host');
    await expect(start()).rejects.toThrow(
      `Invalid configuration at autonomy.policy.urls[0]: ${ADDRESS} cannot be read: no route to host`,
    );
    at.text = 'a: [';
    await expect(start()).rejects.toThrow('autonomy.policy.urls[0]');
    // It parses, and does not fit: not kept as a good copy.
    at.text = scorecard('rollback-tested');
    await expect(start()).rejects.toThrow(`${ADDRESS}:8: spec.checks[0].id`);
    expect(await knex('policy_fetches')).toEqual([]);
    await knex.destroy();
  });

  it('start with the last good copy where what was read does not fit', async () => {
    const { at, knex, start } = await setUp();
    at.text = scorecard('one');
    const { policies } = await start();
    at.text = scorecard('rollback-tested');
    const again = await start();
    expect(again.policies.live.version).toBe(policies.live.version);
    expect(await again.addresses.problems()).toHaveLength(1);
    await knex.destroy();
  });

  it('win over what was published here, and a conflict is told', async () => {
    const { at, knex, logger, start } = await setUp();
    await knex('policy_versions').insert({
      kind: 'scorecard',
      name: 'own',
      action: 'publish',
      yaml: scorecard('here'),
      changes: '[]',
      author: 'user:default/bo',
      published_at: 1,
      effective_from: 1,
      note: 'Now',
    });
    at.text = scorecard('there');
    const { conflicts, policies } = await start();
    expect(JSON.stringify(policies.live.scorecards)).toContain('there');
    expect(JSON.stringify(policies.live.scorecards)).not.toContain('"here"');
    expect(conflicts.look(2)).toEqual([
      {
        place: expect.stringMatching(/^version \d+$/),
        message: expect.stringContaining(`(${ADDRESS}:4)`),
        since: 1_000_000,
      },
    ]);
    expect(logger.error).toHaveBeenCalledTimes(1);
    // The same check in a scorecard of another name keeps no process from starting either.
    at.text = scorecard('here').replace('name: own', 'name: another');
    await expect(start()).resolves.toBeDefined();
    await knex.destroy();
  });
});
