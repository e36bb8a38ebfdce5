import {
  autonomyDeploymentIngestPermission,
  autonomyFactIngestPermission,
  autonomyIncidentBackfillPermission,
  autonomyIncidentIngestPermission,
  type Coverage,
  type CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { z } from 'zod';
import { coverageItemSchema, type CoverageStore } from './coverage';
import type { Clock } from './database';
import {
  deploymentItemSchema,
  type DeploymentItem,
  type DeploymentsStore,
} from './deployments';
import type { EvaluationMarks, EvaluationRecords } from './evaluation';
import {
  factItemSchema,
  type FactDeclarations,
  type FactItem,
  type FactsStore,
} from './facts';
import {
  incidentItemSchema,
  type IncidentItem,
  type IncidentsStore,
} from './incidents';
import {
  DefaultEvidenceIngestion,
  EvidenceGate,
  type EvidenceIngestion,
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
  /** What is known of collectors. */
  declarations: FactDeclarations;
  /** Incident sources that deliver by themselves. */
  delivering: readonly string[];
  permissions: PermissionsService;
  policy: CompiledPolicy;
  records: EvaluationRecords;
  stores: {
    coverage: CoverageStore;
    deployments: DeploymentsStore;
    facts: FactsStore;
    incidents: IncidentsStore;
  };
  marks: EvaluationMarks;
}) {
  const { clock, declarations, marks, permissions, policy, stores } = options;
  const areas = () => policy.policy.areas.map(({ id }) => id);

  const gate = <T>(
    permission: BasicPermission,
    ingestionOf: (caller: string) => T,
  ) => EvidenceGate.create({ ingestionOf, permission, permissions });
  const taking =
    <TItem extends { entityRef: string }>(kind: EvidenceKind<TItem>) =>
    (caller: string): EvidenceIngestion =>
      DefaultEvidenceIngestion.create({
        clock,
        marks,
        ...kind,
        schema: now => kind.schema(now, caller),
      });

  const facts = {
    store: stores.facts,
    schema: (now: number, caller: string) =>
      factItemSchema({
        now,
        caller,
        declarations,
        defaultTtl: policy.policy.facts.defaultTtl,
      }),
    idOf: (item: FactItem) => `${item.entityRef} ${item.collector}`,
    happenedAt: (item: FactItem) => item.collectedAt,
  };
  const incidents = {
    store: stores.incidents,
    schema: (now: number) =>
      incidentItemSchema({
        now,
        areas: areas(),
        delivering: options.delivering,
      }),
    idOf: (item: IncidentItem) => item.id,
    happenedAt: (item: IncidentItem) => item.startedAt,
  };
  const deployments = {
    store: stores.deployments,
    schema: (now: number) => deploymentItemSchema({ now, areas: areas() }),
    idOf: (item: DeploymentItem) => item.id,
    happenedAt: (item: DeploymentItem) => item.finishedAt,
  };
  // A record begins anew only for those who may load the past: it can give levels that no board was asked for.
  const past = { records: options.records };

  const history = {
    facts: taking({ ...facts, ...past }),
    incidents: taking({
      ...incidents,
      ...past,
      schema: now =>
        incidentItemSchema({ now, areas: areas() }).transform(asOfThen),
    }),
    deployments: taking({ ...deployments, ...past }),
  };

  return {
    facts: gate(autonomyFactIngestPermission, taking(facts)),
    incidents: gate(autonomyIncidentIngestPermission, taking(incidents)),
    deployments: gate(autonomyDeploymentIngestPermission, taking(deployments)),
    history: gate(autonomyIncidentBackfillPermission, caller => ({
      facts: history.facts(caller),
      incidents: history.incidents(caller),
      deployments: history.deployments(caller),
    })),
    coverage: gate(
      autonomyIncidentBackfillPermission,
      taking<Coverage>({
        ...past,
        store: stores.coverage,
        schema: now => coverageItemSchema({ now }),
        idOf: item => `${item.entityRef} ${item.source}`,
        happenedAt: item => item.from,
      }),
    ),
  };
}

/** What tells one kind of evidence from the others. */
type EvidenceKind<TItem extends { entityRef: string }> = Pick<
  EvidenceIngestionOptions<TItem>,
  'happenedAt' | 'idOf' | 'records' | 'store'
> & { schema: (now: number, caller: string) => z.ZodType<TItem> };

/** History says what was so then: a newer word, whoever had it, stays. */
function asOfThen(item: IncidentItem): IncidentItem {
  const { resolvedAt, startedAt } = item;
  return { ...item, occurredAt: item.occurredAt ?? resolvedAt ?? startedAt };
}
