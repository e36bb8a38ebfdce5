const SYSTEMS = 3;

/**
 * Components in a few systems and domains, as the catalog would tell them.
 *
 * @param count - how many components
 */
export function organisation(count) {
  const entity = (kind, name, spec, relations) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      uid: `${kind}-${name}`,
      etag: `${kind}-${name}`,
    },
    spec,
    relations,
  });
  const owned = {
    type: 'ownedBy',
    targetRef: 'group:default/team',
  };
  const numbers = Array.from({ length: SYSTEMS }, (_, n) => n);
  return [
    entity('Group', 'team', { type: 'team', children: [] }, []),
    ...numbers.map(n =>
      entity('Domain', `domain-${n}`, { owner: 'team' }, [owned]),
    ),
    ...numbers.map(n =>
      entity(
        'System',
        `system-${n}`,
        { owner: 'team', domain: `domain-${n}` },
        [owned, { type: 'partOf', targetRef: `domain:default/domain-${n}` }],
      ),
    ),
    ...Array.from({ length: count }, (_, n) =>
      entity(
        'Component',
        `component-${n}`,
        {
          type: 'service',
          lifecycle: 'production',
          owner: 'team',
          system: `system-${n % SYSTEMS}`,
        },
        [
          owned,
          { type: 'partOf', targetRef: `system:default/system-${n % SYSTEMS}` },
        ],
      ),
    ),
  ];
}
