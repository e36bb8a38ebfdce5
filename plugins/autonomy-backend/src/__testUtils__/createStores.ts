import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { DatabaseAttestationsStore } from '../attestations';
import { createCoverageStore } from '../coverage';
import { createDeploymentsStore } from '../deployments';
import { DatabaseEntityIndexStore, type EntityIndexStore } from '../entities';
import { EvaluationRecords } from '../evaluation';
import { DatabaseFactsStore } from '../facts';
import {
  DatabaseIncidentReports,
  DatabaseIncidentsStore,
  IncidentConsequences,
} from '../incidents';

/** The stores of the plugin over a migrated database. */
export function createStores(options: {
  knex: Knex;
  policy: CompiledPolicy;
  index?: EntityIndexStore;
}) {
  const { knex, policy } = options;
  const index =
    options.index ??
    DatabaseEntityIndexStore.create({ knex, scope: { kind: 'Component' } });
  const { defaultArea } = policy.policy.trust;
  const reports = DatabaseIncidentReports.create({
    consequences: IncidentConsequences.create({ index, policy }),
    defaultArea,
  });
  return {
    records: EvaluationRecords.create({ knex, policy: policy.policy }),
    stores: {
      attestations: DatabaseAttestationsStore.create({ knex }),
      coverage: createCoverageStore({ knex }),
      deployments: createDeploymentsStore({ knex }),
      facts: DatabaseFactsStore.create({ knex }),
      incidents: DatabaseIncidentsStore.create({ defaultArea, knex, reports }),
    },
  };
}
