import type { Knex } from 'knex';
import { DatabaseAttestationsStore } from '../attestations';
import { createCoverageStore } from '../coverage';
import { createDeploymentsStore } from '../deployments';
import type { EvaluationMarks } from '../evaluation';
import { DatabaseFactsStore } from '../facts';
import { DatabaseExemptionsStore } from '../governance/exemptions';
import { DatabaseIncidentsStore, type IncidentReports } from '../incidents';

/**
 * Where evidence is kept, on a connection or in a transaction.
 *
 * @internal
 */
export function createStores(options: {
  defaultArea: () => string;
  knex: Knex;
  marks: EvaluationMarks;
  reports: IncidentReports;
}) {
  return {
    attestations: DatabaseAttestationsStore.create(options),
    coverage: createCoverageStore(options),
    deployments: createDeploymentsStore(options),
    exemptions: DatabaseExemptionsStore.create(options),
    facts: DatabaseFactsStore.create(options),
    incidents: DatabaseIncidentsStore.create(options),
  };
}
