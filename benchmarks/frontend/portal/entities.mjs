import { createCatalogEntities } from '../../evaluation/data/catalogEntities.mjs';

/** Owns nothing, and so sees everything at once. */
export const READER = 'cleo.cto';

const reader = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: READER, namespace: 'default', uid: 'u', etag: 'u' },
  spec: { profile: { displayName: 'Cleo' }, memberOf: [] },
  relations: [],
};

/** The entities of the evaluation benchmark, and the one who reads about them. */
export function createEntities(size) {
  const entities = createCatalogEntities(size);
  const all = Array.from({ length: entities.total }, (_, n) => entities.at(n));
  const find = ref =>
    ref === `user:default/${READER}` ? reader : entities.find(ref);
  return { all, find };
}
