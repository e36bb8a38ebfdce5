import { createOrganisation } from './organisation.mjs';

const PAGE = 2_000;

/**
 * A catalog of so many components for a backend process, see TEST_CATALOG in backendProcess.mjs. It answers what
 * the suite asks and keeps no entity, so that what the process takes is the suite's.
 */
export default function createCatalog(components) {
  const organisation = createOrganisation(components);
  return {
    async queryEntities({ cursor, limit = PAGE }) {
      const from = Number(cursor ?? 0);
      const until = Math.min(from + limit, organisation.count);
      const items = [];
      for (let n = from; n < until; n++) items.push(organisation.at(n));
      return {
        items,
        totalItems: organisation.count,
        pageInfo: {
          ...(until < organisation.count && { nextCursor: String(until) }),
        },
      };
    },
    async getEntitiesByRefs({ entityRefs }) {
      return { items: entityRefs.map(ref => organisation.find(ref)) };
    },
  };
}
