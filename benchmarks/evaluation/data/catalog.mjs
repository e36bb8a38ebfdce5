import { createCatalogEntities } from './catalogEntities.mjs';

/**
 * As much of the catalog as the suite asks for, over entities that are not held in memory: what it takes would count
 * as the suite's otherwise. See TEST_CATALOG in backendProcess.mjs.
 */
export default function createCatalog(size) {
  const entities = createCatalogEntities(size);
  return {
    async queryEntities({ cursor = '0', limit = 500 }) {
      const from = Number(cursor);
      const to = Math.min(entities.total, from + limit);
      return {
        items: Array.from({ length: to - from }, (_, i) =>
          entities.at(from + i),
        ),
        totalItems: entities.total,
        pageInfo: { ...(to < entities.total && { nextCursor: String(to) }) },
      };
    },
    async getEntitiesByRefs({ entityRefs }) {
      return { items: entityRefs.map(ref => entities.find(ref)) };
    },
  };
}
