import {
  autonomyDeploymentIngestPermission,
  autonomyFactIngestPermission,
  autonomyIncidentBackfillPermission,
  autonomyIncidentIngestPermission,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { coverageItemSchema, type CoverageStore } from '../coverage';
import type { Clock } from '../database';
import { deploymentItemSchema, type DeploymentsStore } from '../deployments';
import { factItemSchema, type FactsStore } from '../facts';
import { incidentItemSchema, type IncidentsStore } from '../incidents';
import { AuthorizedEvidenceIngestion } from './AuthorizedEvidenceIngestion';
import {
  DefaultEvidenceIngestion,
  type EvidenceIngestionOptions,
} from './DefaultEvidenceIngestion';

/**
 * Puts together the ways in for each kind of evidence.
 *
 * @internal
 */
export function createIngestion(options: {
  clock: Clock;
  permissions: PermissionsService;
  policy: Policy;
  stores: {
    coverage: CoverageStore;
    deployments: DeploymentsStore;
    facts: FactsStore;
    incidents: IncidentsStore;
  };
  onTouched: (entityRefs: Iterable<string>) => void;
}) {
  const { clock, onTouched, permissions, policy, stores } = options;
  const areas = policy.areas.map(({ id }) => id);
  const { defaultTtl } = policy.facts;

  const ingestion = <TItem>(
    permission: BasicPermission,
    kind: Pick<EvidenceIngestionOptions<TItem>, 'idOf' | 'schema' | 'store'>,
  ) =>
    AuthorizedEvidenceIngestion.create({
      inner: DefaultEvidenceIngestion.create({ clock, onTouched, ...kind }),
      permission,
      permissions,
    });

  return {
    facts: ingestion(autonomyFactIngestPermission, {
      store: stores.facts,
      schema: now => factItemSchema({ now, defaultTtl }),
      idOf: item => `${item.entityRef} ${item.collector}`,
    }),
    incidents: ingestion(autonomyIncidentIngestPermission, {
      store: stores.incidents,
      schema: now => incidentItemSchema({ now, areas }),
      idOf: item => item.id,
    }),
    deployments: ingestion(autonomyDeploymentIngestPermission, {
      store: stores.deployments,
      schema: now => deploymentItemSchema({ now, areas }),
      idOf: item => item.id,
    }),
    coverage: ingestion(autonomyIncidentBackfillPermission, {
      store: stores.coverage,
      schema: now => coverageItemSchema({ now }),
      idOf: item => `${item.entityRef} ${item.source}`,
    }),
  };
}
