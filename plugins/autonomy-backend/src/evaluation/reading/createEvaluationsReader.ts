import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { ReadAccess } from '../../permissions';
import { AuthorizedEvaluationsReader } from './AuthorizedEvaluationsReader';
import { DefaultCatalogVisibility } from './CatalogVisibility';
import { EvaluationsQueries } from './EvaluationsQueries';
import type { EvaluationsReader } from './EvaluationsReader';

/**
 * Puts together what reads results for somebody.
 *
 * @internal
 */
export function createEvaluationsReader(options: {
  catalog: CatalogService;
  knex: Knex;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): EvaluationsReader {
  return AuthorizedEvaluationsReader.create({
    access: ReadAccess.create(options),
    catalog: DefaultCatalogVisibility.create(options),
    queries: EvaluationsQueries.create(options),
  });
}
