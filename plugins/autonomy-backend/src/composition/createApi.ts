import type express from 'express';
import { createAttestationService } from '../attestations';
import { CoverageBackfill } from '../coverage';
import { createEvidenceGates } from '../createEvidenceGates';
import { createDeploymentService } from '../deployments';
import {
  createKnownFacts,
  DatabaseCollectorRuns,
  type FactCollectors,
} from '../facts';
import { createObjectiveService } from '../governance/objectives';
import { AuthorizedHealthService, DefaultHealthService } from '../health';
import { createRouter } from '../http';
import { AuthorizedInbox, createIncidentService } from '../incidents';
import { createNeedsReader } from '../needs';
import { createPolicyDocuments } from '../scorecards';
import { createCheckInsight } from '../scorecards/insight';
import {
  AuthorizedPolicyTrials,
  createSimulationService,
} from '../scorecards/simulations';
import type { AutonomyCore } from './createCore';
import type { AutonomyGovernance } from './createGovernance';
import type { AutonomyReading } from './createReading';
import type { PluginServices } from './types';

/**
 * Puts together what answers requests, each behind its permission.
 *
 * @internal
 */
export async function createApi(
  services: PluginServices,
  core: AutonomyCore,
  reading: AutonomyReading,
  governance: AutonomyGovernance,
  collectors: FactCollectors,
): Promise<express.Router> {
  const { permissions } = services;
  const { intake, knex, policy, stores } = core;
  const { access, catalog, owners, results, scopes } = reading;
  const { boardsDecide } = core.settings;
  const evidence = createEvidenceGates({
    ...core,
    delivering: intake.sources.map(({ id }) => id),
    permissions,
    policy,
  });
  return createRouter({
    ...services,
    ...results,
    ...governance.services,
    attestations: createAttestationService({
      ...core,
      access,
      owners,
      permissions,
      store: stores.attestations,
    }),
    checkInsight: createCheckInsight({ ...core, permissions, scopes }),
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
      agenda: governance.incidentAgenda,
      access,
      boardsDecide,
      catalog,
      owners,
      permissions,
    }),
    knownFacts: createKnownFacts({ ...core, permissions }),
    needs: createNeedsReader({ ...core, boardsDecide, owners, scopes }),
    objectives: createObjectiveService({
      ...core,
      boardsDecide,
      catalog,
      owners,
      permissions,
    }),
    policy,
    policyDocuments: createPolicyDocuments({
      ...core,
      outbox: core.announcements.outbox,
      owners,
      permissions,
    }),
    simulations: createSimulationService({ ...core, permissions, scopes }),
    trials: AuthorizedPolicyTrials.create({
      ...core,
      access,
      permissions,
      scopes,
    }),
  });
}
