import {
  autonomyDeploymentIngestPermission,
  autonomyFactIngestPermission,
  autonomyIncidentBackfillPermission,
  autonomyIncidentIngestPermission,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { coverageItemSchema, type CoverageStore } from './coverage';
import type { Clock } from './database';
import { deploymentItemSchema, type DeploymentsStore } from './deployments';
import type { EvaluationRecords } from './evaluation';
import { factItemSchema, type FactsStore } from './facts';
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
  const areas = policy.areas.map(({ id }) => id);
  const { defaultTtl } = policy.facts;

  const gate = <TItem extends { entityRef: string }>(
    permission: BasicPermission,
    kind: Pick<
      EvidenceIngestionOptions<TItem>,
      'happenedAt' | 'idOf' | 'schema' | 'store'
    >,
  ) =>
    EvidenceGate.create({
      ingestion: DefaultEvidenceIngestion.create({
        clock,
        onTouched,
        records,
        ...kind,
      }),
      permission,
      permissions,
    });

  return {
    facts: gate(autonomyFactIngestPermission, {
      store: stores.facts,
      schema: now => factItemSchema({ now, defaultTtl }),
      idOf: item => `${item.entityRef} ${item.collector}`,
      happenedAt: item => item.collectedAt,
    }),
    incidents: gate(autonomyIncidentIngestPermission, {
      store: stores.incidents,
      schema: now => incidentItemSchema({ now, areas }),
      idOf: item => item.id,
      happenedAt: item => item.startedAt,
    }),
    deployments: gate(autonomyDeploymentIngestPermission, {
      store: stores.deployments,
      schema: now => deploymentItemSchema({ now, areas }),
      idOf: item => item.id,
      happenedAt: item => item.finishedAt,
    }),
    coverage: gate(autonomyIncidentBackfillPermission, {
      store: stores.coverage,
      schema: now => coverageItemSchema({ now }),
      idOf: item => `${item.entityRef} ${item.source}`,
      happenedAt: item => item.from,
    }),
  };
}
