import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * An entity as collectors get it, with something sensible in whatever a test does not care about: a
 * Component of kind `service` that nobody owns.
 *
 * @param rest - its name, and whatever matters; a ref or `metadata` that is given replaces the whole
 * @public
 */
export function entitySnapshot(
  rest: Pick<EntitySnapshot, 'name'> & Partial<EntitySnapshot>,
): EntitySnapshot {
  const { kind = 'Component', name, namespace = 'default' } = rest;
  return {
    entityRef: `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US'),
    kind,
    namespace,
    type: 'service',
    firstSeenAt: 0,
    tier: { effective: 4, dependents: 0, dependentDomains: 0 },
    metadata: { name, namespace },
    spec: { type: 'service', lifecycle: 'production' },
    ...rest,
  };
}
