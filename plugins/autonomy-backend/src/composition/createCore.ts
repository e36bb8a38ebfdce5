import { DatabaseAttestationsStore } from '../attestations';
import { readAutonomyConfig } from '../config';
import { createCoverageStore } from '../coverage';
import { applyMigrations, DatabaseClock } from '../database';
import { createDeploymentsStore } from '../deployments';
import { createSweepRunner, DatabaseEntityIndexStore } from '../entities';
import { createEvaluationQueue, EvaluationRecords } from '../evaluation';
import {
  DatabaseFactsStore,
  FactDeclarations,
  type FactCollectors,
} from '../facts';
import {
  DatabaseIncidentReports,
  DatabaseIncidentsStore,
  IncidentConsequences,
  IncidentIntake,
  type IncidentSourceTypes,
} from '../incidents';
import { createRetentionJob } from '../retention';
import { loadPolicy } from '../scorecards';
import type { PluginServices } from './types';

/**
 * @internal
 */
export type AutonomyCore = Awaited<ReturnType<typeof createCore>>;

/**
 * Puts together what there is without anybody asking: settings, policy, stores, evaluation, intake.
 *
 * @throws InputError that names the path of a mistake in the configuration, or the line of one in a policy
 * @internal
 */
export async function createCore(
  services: PluginServices,
  installed: { collectors: FactCollectors; sourceTypes: IncidentSourceTypes },
) {
  const { config, database, logger } = services;
  const settings = readAutonomyConfig(config);
  const declarations = FactDeclarations.create({
    installed: installed.collectors.all().map(({ collector }) => collector),
    settings: settings.collectors,
  });
  const policy = await loadPolicy(settings.policyFiles, {
    facts: declarations.schemas(),
    logger,
  });

  const knex = await database.getClient();
  await applyMigrations(database, knex);
  const clock = DatabaseClock.create({ knex });
  const index = DatabaseEntityIndexStore.create({
    knex,
    scope: settings.scope,
  });
  const consequences = IncidentConsequences.create({ index, policy });
  const { defaultArea } = policy.policy.trust;
  const reports = DatabaseIncidentReports.create({ consequences, defaultArea });
  const stores = {
    attestations: DatabaseAttestationsStore.create({ knex }),
    coverage: createCoverageStore({ knex }),
    deployments: createDeploymentsStore({ knex }),
    facts: DatabaseFactsStore.create({ knex }),
    incidents: DatabaseIncidentsStore.create({ defaultArea, knex, reports }),
  };
  const records = EvaluationRecords.create({ knex, policy: policy.policy });
  const queue = createEvaluationQueue({
    clock,
    index,
    knex,
    logger,
    policy,
    records,
    stores,
  });
  const onTouched = (entityRefs: Iterable<string>) => queue.add(entityRefs);
  const intake = IncidentIntake.create({
    ...services,
    clock,
    index,
    knex,
    policy,
    reports,
    sourceTypes: installed.sourceTypes,
    onTouched,
  });
  queue.gatherWhile(() => intake.isBusy);
  const sweeps = createSweepRunner({
    ...services,
    clock,
    index,
    policy: policy.policy,
    settings,
    onTouched: entityRefs => {
      onTouched(entityRefs);
      // What a source covers is told of entities.
      void intake.keeper.keep();
    },
  });
  const retention = createRetentionJob({
    ...services,
    clock,
    knex,
    policy: policy.policy,
  });
  return {
    clock,
    declarations,
    index,
    intake,
    knex,
    onTouched,
    policy,
    queue,
    records,
    reports,
    retention,
    settings,
    stores,
    sweeps,
  };
}
