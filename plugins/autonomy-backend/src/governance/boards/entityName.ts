import { parseEntityRef } from '@backstage/catalog-model';

/**
 * An entity for people: its title, else its name.
 *
 * @internal
 */
export function entityName(entity: {
  entityRef: string;
  entityTitle?: string;
}): string {
  return entity.entityTitle ?? parseEntityRef(entity.entityRef).name;
}
