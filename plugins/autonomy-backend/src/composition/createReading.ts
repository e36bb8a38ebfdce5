import {
  createResultReaders,
  DefaultCatalogVisibility,
  ReadScopes,
} from '../evaluation/reading';
import { OwnerAccess, ReadAccess } from '../permissions';
import type { AutonomyCore } from './createCore';
import type { PluginServices } from './types';

/**
 * @internal
 */
export type AutonomyReading = ReturnType<typeof createReading>;

/**
 * Puts together who may see what, and the readers of results behind it.
 *
 * @internal
 */
export function createReading(services: PluginServices, core: AutonomyCore) {
  const access = ReadAccess.create(services);
  const catalog = DefaultCatalogVisibility.create(services);
  return {
    access,
    catalog,
    owners: OwnerAccess.create({ ...services, index: core.index }),
    results: createResultReaders({
      ...core,
      access,
      catalog,
      refresh: core.evaluation.refresh,
    }),
    scopes: ReadScopes.create({ access, catalog }),
  };
}
