import { defaultPolicy } from '../../__fixtures__/defaults';
import {
  DependencyGraph,
  dependencyTargets,
  entityTier,
  parseDeclaredTier,
  type DependencyNode,
} from '.';

const { tiers } = defaultPolicy().policy;

function node(
  entityRef: string,
  dependsOn: string[] = [],
  domainRef?: string,
): DependencyNode {
  const [kind] = entityRef.split(':');
  return { entityRef, kind, dependsOn, domainRef };
}

describe('DependencyGraph', () => {
  it('counts components and resources through APIs and systems', () => {
    const graph = DependencyGraph.create([
      node('component:db-owner'),
      node('api:orders', ['component:db-owner']),
      node('component:web', ['api:orders'], 'domain:a'),
      node('system:shop', ['component:web']),
      node('resource:cache', ['system:shop'], 'domain:b'),
      node('component:alone', ['component:gone'], 'domain:c'),
    ]);
    expect(graph.blastRadius('component:db-owner')).toEqual({
      dependents: 2,
      domains: 2,
    });
    expect(graph.blastRadius('component:alone')).toEqual({
      dependents: 0,
      domains: 0,
    });
    expect(graph.blastRadius('component:gone')).toEqual({
      dependents: 0,
      domains: 0,
    });
  });

  it('leaves the entity out of its own cycle', () => {
    const graph = DependencyGraph.create([
      node('component:a', ['component:b']),
      node('component:b', ['component:a', 'component:b']),
    ]);
    expect(graph.blastRadius('component:a').dependents).toBe(1);
    expect(graph.blastRadius('component:b').dependents).toBe(1);
  });

  it('copes with a hundred thousand entities', () => {
    const nodes = Array.from({ length: 100_000 }, (_, i) =>
      node(`component:c${i}`, [
        `component:c${Math.floor(i / 10)}`,
        `component:c${Math.floor(i / 7)}`,
      ]),
    );
    const graph = DependencyGraph.create(nodes);
    let total = 0;
    for (const { entityRef } of nodes) {
      total += graph.blastRadius(entityRef).dependents;
    }
    expect(graph.blastRadius('component:c0').dependents).toBe(99_999);
    expect(total).toBeGreaterThan(100_000);
  });
});

describe('dependencyTargets', () => {
  it('follows the relations along which failure travels', () => {
    expect(
      dependencyTargets([
        { type: 'dependsOn', targetRef: 'b' },
        { type: 'consumesApi', targetRef: 'api' },
        { type: 'dependsOn', targetRef: 'b' },
        { type: 'ownedBy', targetRef: 'team' },
        { type: 'dependencyOf', targetRef: 'c' },
      ]),
    ).toEqual(['b', 'api']);
  });
});

describe('entityTier', () => {
  it.each([
    [0, 0, 4],
    [3, 1, 3],
    [10, 1, 2],
    [50, 1, 1],
    [3, 3, 1],
  ])('%i dependents in %i domains: tier %i', (dependents, domains, tier) => {
    expect(entityTier({ radius: { dependents, domains } }, tiers)).toEqual({
      computed: tier,
      effective: tier,
      dependents,
      dependentDomains: domains,
    });
  });

  it('takes the stricter of declared and computed', () => {
    const radius = { dependents: 10, domains: 1 };
    expect(entityTier({ declared: 4, radius }, tiers).effective).toBe(2);
    expect(entityTier({ declared: 1, radius }, tiers).effective).toBe(1);
  });

  it('falls back while nothing is computed', () => {
    expect(entityTier({ declared: 4 }, tiers).effective).toBe(4);
    expect(entityTier({}, tiers).effective).toBe(2);
  });
});

describe('parseDeclaredTier', () => {
  it.each([
    ['1', 1],
    ['4', 4],
    ['5', undefined],
    ['1.5', undefined],
    [2, undefined],
    [undefined, undefined],
  ])('%p is %p', (value, tier) => expect(parseDeclaredTier(value)).toBe(tier));
});
