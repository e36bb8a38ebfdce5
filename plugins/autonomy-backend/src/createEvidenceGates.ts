import {
  autonomyDeploymentIngestPermission,
  autonomyFactIngestPermission,
  autonomyIncidentBackfillPermission,
  autonomyIncidentIngestPermission,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { z } from 'zod';
import { coverageItemSchema, type CoverageStore } from './coverage';
import type { Clock } from './database';
import { deploymentItemSchema, type DeploymentsStore } from './deployments';
import type { EvaluationRecords } from './evaluation';
import { FactDeclarations, factItemSchema, type FactsStore } from './facts';
import { incidentItemSchema, type IncidentsStore } from './incidents';
import {
  DefaultEvidenceIngestion,
  EvidenceGate,
  type EvidenceIngestionOptions,
} from './ingestion';

/**
 * The way in for each kind of evidence.
 *
 * @internal
 */
export type EvidenceGates = ReturnType<typeof createEvidenceGates>;

/**
 * Puts together the ways in.
 *
 * @internal
 */
export function createEvidenceGates(options: {
  clock: Clock;
  /** What is known of collectors; nothing unless told. */
  declarations?: FactDeclarations;
  permissions: PermissionsService;
  policy: Policy;
  records: EvaluationRecords;
  stores: {
    coverage: CoverageStore;
    deployments: DeploymentsStore;
    facts: FactsStore;
    incidents: IncidentsStore;
  };
  onTouched: (entityRefs: Iterable<string>) => void;
}) {
  const { clock, onTouched, permissions, policy, records, stores } = options;
  const { declarations = FactDeclarations.create() } = options;
  const areas = policy.areas.map(({ id }) => id);
  const { defaultTtl } = policy.facts;

  const gate = <TItem extends { entityRef: string }>(
    permission: BasicPermission,
    kind: Pick<
      EvidenceIngestionOptions<TItem>,
      'happenedAt' | 'idOf' | 'store'
    > & { schema: (now: number, caller: string) => z.ZodType<TItem> },
  ) =>
    EvidenceGate.create({
      ingestionOf: caller =>
        DefaultEvidenceIngestion.create({
          clock,
          onTouched,
          records,
          ...kind,
          schema: now => kind.schema(now, caller),
        }),
      permission,
      permissions,
    });

  const incidents = (permission: BasicPermission) =>
    gate(permission, {
      store: stores.incidents,
      schema: now => incidentItemSchema({ now, areas }),
      idOf: item => item.id,
      happenedAt: item => item.startedAt,
    });
  const deployments = (permission: BasicPermission) =>
    gate(permission, {
      store: stores.deployments,
      schema: now => deploymentItemSchema({ now, areas }),
      idOf: item => item.id,
      happenedAt: item => item.finishedAt,
    });

  return {
    facts: gate(autonomyFactIngestPermission, {
      store: stores.facts,
      schema: (now, caller) =>
        factItemSchema({ now, caller, declarations, defaultTtl }),
      idOf: item => `${item.entityRef} ${item.collector}`,
      happenedAt: item => item.collectedAt,
    }),
    incidents: incidents(autonomyIncidentIngestPermission),
    deployments: deployments(autonomyDeploymentIngestPermission),
    pastIncidents: incidents(autonomyIncidentBackfillPermission),
    pastDeployments: deployments(autonomyIncidentBackfillPermission),
    coverage: gate(autonomyIncidentBackfillPermission, {
      store: stores.coverage,
      schema: now => coverageItemSchema({ now }),
      idOf: item => `${item.entityRef} ${item.source}`,
      happenedAt: item => item.from,
    }),
  };
}
