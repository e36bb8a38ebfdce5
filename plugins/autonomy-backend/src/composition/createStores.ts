import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { DatabaseAttestationsStore } from '../attestations';
import { createCoverageStore } from '../coverage';
import { createDeploymentsStore } from '../deployments';
import type { EvaluationMarks } from '../evaluation';
import { DatabaseFactsStore } from '../facts';
import { DatabaseAuditsStore } from '../governance/audits';
import { DatabaseExemptionsStore } from '../governance/exemptions';
import { DatabaseGrantsStore } from '../governance/grants';
import { DatabasePromotionsStore } from '../governance/promotions';
import { DatabasePlansStore } from '../governance/plans';
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
  policy: Pick<CompiledPolicy, 'policy'>;
  reports: IncidentReports;
}) {
  return {
    attestations: DatabaseAttestationsStore.create(options),
    audits: DatabaseAuditsStore.create(options),
    coverage: createCoverageStore(options),
    deployments: createDeploymentsStore(options),
    exemptions: DatabaseExemptionsStore.create(options),
    facts: DatabaseFactsStore.create(options),
    grants: DatabaseGrantsStore.create(options),
    incidents: DatabaseIncidentsStore.create(options),
    plans: DatabasePlansStore.create(options),
    promotions: DatabasePromotionsStore.create(options),
  };
}
