import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

function isEntityRef(text: string): boolean {
  try {
    return parseEntityRef(text) !== undefined;
  } catch {
    return false;
  }
}

/** The name of an entity with a link to it; what is no entity ref stays as it is. */
export function EntityName({ entityRef }: { entityRef: string }) {
  return isEntityRef(entityRef) ? (
    <EntityRefLink entityRef={entityRef} hideIcon />
  ) : (
    <>{entityRef}</>
  );
}
