import { mockServices } from '@backstage/backend-test-utils';
import { BuiltInPolicySource, type PolicySource } from '../sources';
import { DefaultPolicyRegistry } from './DefaultPolicyRegistry';

const scorecard = (name: string, id: string, expression = 'a.b') => `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ${name}, title: Own }
spec:
  role: guardrails
  checks:
    - { id: ${id}, title: Own, areas: [deployment], expression: ${expression} }
`;

async function setUp(...published: string[]) {
  const texts = new Map(published.map((yaml, i) => [`version ${i}`, yaml]));
  let reads = 0;
  const here: PolicySource = {
    read: async () => {
      reads += 1;
      return [...texts].map(([place, yaml], version) => ({
        origin: { type: 'here', version },
        place,
        yaml,
      }));
    },
    revision: async () => JSON.stringify([...texts]),
  };
  const logger = mockServices.logger.mock();
  const registry = await DefaultPolicyRegistry.create(
    { logger, sources: [BuiltInPolicySource.create(), here] },
    0,
  );
  return { logger, reads: () => reads, registry, texts };
}

describe('DefaultPolicyRegistry', () => {
  it('follows what is published, and hands out one policy as long as nothing is', async () => {
    const { reads, registry, texts } = await setUp();
    const before = registry.current;
    await registry.follow(10_000);
    expect(registry.current).toBe(before);
    expect(reads()).toBe(1);

    texts.set('version 1', scorecard('own', 'own-check'));
    await registry.follow(10_999);
    expect(registry.current).toBe(before);
    await registry.follow(11_000);
    expect(registry.current).not.toBe(before);
    expect(registry.current.fingerprint).not.toBe(before.fingerprint);
    expect(registry.live.scorecards.map(({ name }) => name)).toContain('own');
    expect(registry.live.version).toBe(registry.current.policy.version);

    texts.delete('version 1');
    await registry.refresh(11_000);
    expect(registry.live.version).toBe(before.policy.version);
  });

  it('keeps what holds where something that does not compile is published', async () => {
    const { logger, registry, texts } = await setUp();
    const before = registry.current;
    texts.set('version 1', scorecard('own', 'tracing'));
    await registry.refresh(5);
    expect(registry.current).toBe(before);
    expect(registry.problems).toEqual([
      {
        place: 'version 1',
        since: 5,
        message: expect.stringMatching(
          /^version 1:8: .*check tracing exists already/,
        ),
      },
    ]);
    expect(logger.error).toHaveBeenCalledTimes(1);
    await registry.follow(5_000);
    expect(logger.error).toHaveBeenCalledTimes(1);

    texts.set('version 1', scorecard('own', 'own-check'));
    await registry.refresh(6_000);
    expect(registry.problems).toEqual([]);
    expect(registry.live.scorecards.map(({ name }) => name)).toContain('own');
  });

  it('starts without the publications that fit no longer', async () => {
    const { registry } = await setUp(
      scorecard('first', 'first-check'),
      scorecard('second', 'tracing'),
    );
    const names = registry.live.scorecards.map(({ name }) => name);
    expect(names).toContain('first');
    expect(names).not.toContain('second');
    expect(registry.problems).toMatchObject([{ place: 'version 1' }]);
  });

  it('does not start with a mistake in the configuration', async () => {
    const file: PolicySource = {
      read: async () => [
        {
          origin: { type: 'file', place: 'own.yaml' },
          place: 'own.yaml',
          yaml: scorecard('own', 'own-check', "'a.b &&'"),
        },
      ],
      revision: async () => '',
    };
    const sources = [BuiltInPolicySource.create(), file];
    const logger = mockServices.logger.mock();
    await expect(
      DefaultPolicyRegistry.create({ logger, sources }, 0),
    ).rejects.toThrow(/^own\.yaml:8: spec\.checks\[0\]\.expression: /);
  });

  it('tries some text over what is in force, in place of the publication of its name', async () => {
    const { registry } = await setUp(scorecard('own', 'own-check'));
    const again = registry.attempt(scorecard('own', 'other-check'));
    expect(again.issues).toEqual([]);
    const checks = again.policy!.compiled.flatMap(each => each.checks);
    const ids = checks.map(({ definition }) => definition.id);
    expect(ids).toContain('other-check');
    expect(ids).not.toContain('own-check');
    expect(registry.live.version).not.toBe(again.policy!.version);

    const taken = registry.attempt(scorecard('another', 'own-check'));
    expect(taken.policy).toBeUndefined();
    expect(taken.issues).toMatchObject([
      { line: 8, field: 'spec.checks[0].id' },
    ]);
    expect(taken.issues[0].file).toBeUndefined();
  });
});
