import type { Entity } from '@backstage/catalog-model';

/**
 * Whether an entity is of the kind that is evaluated unless `autonomy.scope` says otherwise: a Component.
 * For `EntitySwitch.Case` and `EntityLayout.Route`.
 * @public
 */
export function isAutonomyAvailable(entity: Entity): boolean {
  return entity.kind.toLowerCase() === 'component';
}
