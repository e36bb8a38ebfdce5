import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EvaluationMarks } from '../evaluation';
import type { EntityIndexStore } from '../entities';
import {
  AuthorizedDeploymentService,
  type DeploymentServiceOptions,
} from './AuthorizedDeploymentService';
import { DeploymentQueries } from './DeploymentQueries';
import type { DeploymentService } from './DeploymentService';
import { DeploymentViews } from './DeploymentViews';

/**
 * Puts together what shows deployments and takes reviews.
 *
 * @internal
 */
export function createDeploymentService(
  options: Omit<DeploymentServiceOptions, 'queries' | 'views'> & {
    index: Pick<EntityIndexStore, 'readScoped'>;
    knex: Knex;
    marks: EvaluationMarks;
    policy: CompiledPolicy;
  },
): DeploymentService {
  return AuthorizedDeploymentService.create({
    ...options,
    queries: DeploymentQueries.create(options),
    views: DeploymentViews.create(options),
  });
}
