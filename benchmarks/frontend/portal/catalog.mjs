import createCatalog from '../../evaluation/data/catalog.mjs';
import { createEntities } from './entities.mjs';

/** The catalog as plugins of the backend ask it; see TEST_CATALOG in backendProcess.mjs. */
export default function createPortalCatalog(size) {
  const { find } = createEntities(size);
  const refOf = ref =>
    typeof ref === 'string'
      ? ref
      : `${ref.kind}:${ref.namespace ?? 'default'}/${ref.name}`;
  return {
    ...createCatalog(size),
    getEntityByRef: async ref => find(refOf(ref).toLocaleLowerCase('en-US')),
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(find),
    }),
    getEntities: async () => ({ items: [] }),
  };
}
