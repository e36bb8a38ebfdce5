/*
 * A large organisation that takes no room: each entity is made when it is asked for.
 *
 * Systems have 20 components each, owners 50, domains 10 systems. A component depends on two others, with
 * some that many depend on.
 */
const NAMESPACE = 'default';
const COMPONENTS_PER_SYSTEM = 20;
const COMPONENTS_PER_OWNER = 50;
const SYSTEMS_PER_DOMAIN = 10;
const TYPES = ['service', 'service', 'service', 'website'];
const FEW_THAT_MANY_NEED = 100;

export const componentRef = n => `component:${NAMESPACE}/component-${n}`;

/**
 * @param components - how many there are
 * @returns `count` of entities of all kinds, and `at`, the n-th of them
 */
export function createOrganisation(components) {
  const systems = Math.ceil(components / COMPONENTS_PER_SYSTEM);
  const domains = Math.ceil(systems / SYSTEMS_PER_DOMAIN);
  const owners = Math.ceil(components / COMPONENTS_PER_OWNER);
  const kinds = [
    ['Component', components, n => component(n, components)],
    ['System', systems, system],
    ['Domain', domains, domain],
    ['Group', owners, group],
  ];
  return {
    count: components + systems + domains + owners,
    at(position) {
      let n = position;
      for (const [, count, make] of kinds) {
        if (n < count) return make(n);
        n -= count;
      }
      return undefined;
    },
    /** The entity of a ref, if there is one. */
    find(ref) {
      const [, kind, number] = /^(\w+):default\/\w+-(\d+)$/.exec(ref) ?? [];
      const found = kinds.find(([name]) => name.toLowerCase() === kind);
      return found && number < found[1] ? found[2](Number(number)) : undefined;
    },
  };
}

function component(n, components) {
  const inSystem = Math.floor(n / COMPONENTS_PER_SYSTEM);
  const needed = [(n * 7 + 1) % FEW_THAT_MANY_NEED, (n + 1) % components];
  return entity(
    'Component',
    n,
    {
      type: TYPES[n % TYPES.length],
      lifecycle: n % 9 === 0 ? 'experimental' : 'production',
      owner: `group-${Math.floor(n / COMPONENTS_PER_OWNER)}`,
      system: `system-${inSystem}`,
    },
    [
      ownedBy(Math.floor(n / COMPONENTS_PER_OWNER)),
      { type: 'partOf', targetRef: `system:${NAMESPACE}/system-${inSystem}` },
      ...[...new Set(needed)]
        .filter(other => other !== n && other < components)
        .map(other => ({ type: 'dependsOn', targetRef: componentRef(other) })),
    ],
    {
      title: `Component ${n}`,
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'github.com/project-slug': `harbour/component-${n}`,
      },
      tags: ['node', n % 3 ? 'internal' : 'public'],
    },
  );
}

function system(n) {
  const domainOf = Math.floor(n / SYSTEMS_PER_DOMAIN);
  return entity(
    'System',
    n,
    { owner: 'group-0', domain: `domain-${domainOf}` },
    [
      ownedBy(0),
      { type: 'partOf', targetRef: `domain:${NAMESPACE}/domain-${domainOf}` },
    ],
  );
}

const domain = n => entity('Domain', n, { owner: 'group-0' }, [ownedBy(0)]);

const group = n => entity('Group', n, { type: 'team', children: [] }, []);

const ownedBy = n => ({
  type: 'ownedBy',
  targetRef: `group:${NAMESPACE}/group-${n}`,
});

function entity(kind, n, spec, relations, metadata = {}) {
  const name = `${kind.toLowerCase()}-${n}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      namespace: NAMESPACE,
      name,
      uid: name,
      etag: name,
      ...metadata,
    },
    spec,
    relations,
  };
}
