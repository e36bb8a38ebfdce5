const COMPONENTS_OF_A_GROUP = 6;
/**
 * Components of a system, of four systems and of a domain. The first of each is what the others depend on, so
 * that a few have many dependents and most have none.
 */
const BLOCKS = [10, 40, 200];
const [SYSTEM, , DOMAIN] = BLOCKS;

/**
 * The catalog of so many components with their systems, domains and groups. Entities are made when they are asked
 * for, as the catalog would tell them, so that 100,000 take no room.
 *
 * @returns `total`; `at` a position from 0 to below `total`; `find` by ref; `refOf` a component by its number
 */
export function createCatalogEntities(size) {
  const systems = Math.ceil(size / SYSTEM);
  const domains = Math.ceil(size / DOMAIN);
  const groups = Math.ceil(size / COMPONENTS_OF_A_GROUP);
  const kinds = [
    { kind: 'Component', prefix: 'component', count: size, make: component },
    { kind: 'System', prefix: 'system', count: systems, make: system },
    { kind: 'Domain', prefix: 'domain', count: domains, make: domain },
    { kind: 'Group', prefix: 'team', count: groups, make: group },
  ];

  function make({ kind, make: partsOf, prefix }, n) {
    const { metadata, relations, spec } = partsOf(n);
    const name = nameOf(prefix, n);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name,
        namespace: 'default',
        uid: `${kind}-${n}`,
        etag: `${kind}-${n}`,
        ...metadata,
      },
      spec,
      relations,
    };
  }

  function component(n) {
    const owner = nameOf('team', n % groups);
    const partOf = nameOf('system', Math.floor(n / SYSTEM));
    return {
      metadata: {
        title: `Component ${n}`,
        description: `What component ${n} is there for`,
        annotations: {
          'backstage.io/techdocs-ref': 'dir:.',
          'github.com/project-slug': `harbour/component-${n}`,
          'pagerduty.com/service-id': `P${n}`,
        },
        labels: { region: n % 2 ? 'north' : 'south' },
        tags: ['java', n % 3 ? 'public' : 'internal'],
      },
      spec: {
        type: n % 4 ? 'service' : 'website',
        lifecycle: 'production',
        owner,
        system: partOf,
      },
      relations: [
        ...relations('ownedBy', [`group:default/${owner}`]),
        ...relations('partOf', [`system:default/${partOf}`]),
        ...relations('dependsOn', dependenciesOf(n).map(refOf)),
        ...relations('dependencyOf', dependentsOf(n, size).map(refOf)),
      ],
    };
  }

  function system(n) {
    const owner = nameOf('team', n % groups);
    const partOf = nameOf('domain', Math.floor((n * SYSTEM) / DOMAIN));
    return {
      spec: { owner, domain: partOf },
      relations: [
        ...relations('ownedBy', [`group:default/${owner}`]),
        ...relations('partOf', [`domain:default/${partOf}`]),
      ],
    };
  }

  function domain(n) {
    const board = `group:default/${nameOf('team', n % groups)}`;
    return {
      metadata: { annotations: { 'autonomy/board': board } },
      spec: { owner: board },
      relations: relations('ownedBy', [board]),
    };
  }

  function group() {
    return { spec: { type: 'team', children: [] }, relations: [] };
  }

  return {
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    refOf,
    at(position) {
      let rest = position;
      for (const each of kinds) {
        if (rest < each.count) return make(each, rest);
        rest -= each.count;
      }
      return undefined;
    },
    find(ref) {
      const [, kind, number] = /^(\w+):default\/\w+-(\d+)$/.exec(ref) ?? [];
      const known = kinds.find(each => each.kind.toLowerCase() === kind);
      return known && Number(number) < known.count
        ? make(known, Number(number))
        : undefined;
    },
  };
}

/** The first of its system, or of the larger block where it is that itself. */
function dependenciesOf(n) {
  const block = BLOCKS.find(length => n % length !== 0);
  return block === undefined ? [] : [n - (n % block)];
}

function dependentsOf(n, size) {
  const own = BLOCKS.filter(length => n % length === 0);
  const found = own.flatMap((length, i) => {
    const step = BLOCKS[i - 1] ?? 1;
    return Array.from(
      { length: length / step - 1 },
      (_, k) => n + (k + 1) * step,
    );
  });
  return found.filter(other => other < size);
}

const nameOf = (prefix, n) => `${prefix}-${n}`;
const refOf = n => `component:default/${nameOf('component', n)}`;
const relations = (type, refs) => refs.map(targetRef => ({ type, targetRef }));
