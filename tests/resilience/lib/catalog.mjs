import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { organisation } from './organisation.mjs';

const require = createRequire(inRoot('packages/backend/package.json'));
const {
  InMemoryCatalogClient,
} = require('@backstage/catalog-client/testUtils');

/** A small catalog in memory for a backend process. */
export default function createCatalog(components) {
  return new InMemoryCatalogClient({ entities: organisation(components) });
}
