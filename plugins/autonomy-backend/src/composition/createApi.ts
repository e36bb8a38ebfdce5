import type express from 'express';
import { createAttestationService } from '../attestations';
import { CoverageBackfill } from '../coverage';
import { createEvidenceGates } from '../createEvidenceGates';
import { createDeploymentService } from '../deployments';
import {
  createResultReaders,
  DefaultCatalogVisibility,
} from '../evaluation/reading';
import { DatabaseCollectorRuns, type FactCollectors } from '../facts';
import { AuthorizedHealthService, DefaultHealthService } from '../health';
import { createRouter } from '../http';
import { AuthorizedInbox, createIncidentService } from '../incidents';
import { OwnerAccess, ReadAccess } from '../permissions';
import type { AutonomyCore } from './createCore';
import type { PluginServices } from './types';

/**
 * Puts together what answers requests, each behind its permission.
 *
 * @internal
 */
export async function createApi(
  services: PluginServices,
  core: AutonomyCore,
  collectors: FactCollectors,
): Promise<express.Router> {
  const { permissions } = services;
  const { intake, knex, policy, stores } = core;
  const access = ReadAccess.create(services);
  const owners = OwnerAccess.create({ ...services, index: core.index });
  const catalog = DefaultCatalogVisibility.create(services);
  const evidence = createEvidenceGates({
    ...core,
    delivering: intake.sources.map(({ id }) => id),
    permissions,
    policy: policy.policy,
  });
  return createRouter({
    ...services,
    ...createResultReaders({
      ...core,
      access,
      catalog,
      refresh: core.evaluation.refresh,
    }),
    attestations: createAttestationService({
      ...core,
      access,
      owners,
      permissions,
      store: stores.attestations,
    }),
    coverageBackfill: CoverageBackfill.create({
      clock: core.clock,
      gate: evidence.coverage,
      keeper: intake.keeper,
      sources: intake.sources,
    }),
    deployments: createDeploymentService({
      ...core,
      access,
      catalog,
      owners,
      permissions,
    }),
    evidence,
    health: AuthorizedHealthService.create({
      permissions,
      service: DefaultHealthService.create({
        ...core,
        collectors: {
          ids: collectors.all().map(({ collector }) => collector.id),
          runs: DatabaseCollectorRuns.create({ knex }),
        },
      }),
    }),
    inbox: AuthorizedInbox.create({
      clock: core.clock,
      inbox: intake.inbox,
      permissions,
    }),
    incidents: createIncidentService({
      ...core,
      access,
      boardsDecide: core.settings.boardsDecide,
      catalog,
      owners,
      permissions,
    }),
    policy,
  });
}
