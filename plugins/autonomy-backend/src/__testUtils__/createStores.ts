import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { createStores as createStoresOn } from '../composition/createStores';
import { DatabaseEntityIndexStore, type EntityIndexStore } from '../entities';
import { EvaluationQueue, EvaluationRecords } from '../evaluation';
import { DatabaseIncidentReports, IncidentConsequences } from '../incidents';

/** The stores of the plugin over a migrated database. */
export function createStores(options: {
  knex: Knex;
  policy: CompiledPolicy;
  index?: EntityIndexStore;
  movesWait?: boolean;
  queue?: EvaluationQueue;
}) {
  const { knex, policy } = options;
  const queue = options.queue ?? EvaluationQueue.create({ knex });
  const index =
    options.index ??
    DatabaseEntityIndexStore.create({
      knex,
      marks: queue,
      movesWait: options.movesWait,
      scope: { kind: 'Component' },
    });
  const defaultArea = () => policy.policy.trust.defaultArea;
  const reports = DatabaseIncidentReports.create({
    consequences: IncidentConsequences.create({ index, policy }),
    defaultArea,
  });
  const storesOn = (connection: Knex) =>
    createStoresOn({
      defaultArea,
      knex: connection,
      marks: queue,
      policy,
      reports,
    });
  return {
    index,
    marks: queue,
    queue,
    records: EvaluationRecords.create({ knex, policy }),
    stores: storesOn(knex),
    storesOn,
  };
}
