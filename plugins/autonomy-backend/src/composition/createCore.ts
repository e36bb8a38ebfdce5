import type { Knex } from 'knex';
import { createAnnouncements } from '../announcements';
import { readAutonomyConfig } from '../config';
import { applyMigrations, DatabaseClock } from '../database';
import { createSweepRunner, DatabaseEntityIndexStore } from '../entities';
import {
  createEvaluation,
  EvaluationQueue,
  EvaluationRecords,
} from '../evaluation';
import { EvaluationProgress } from '../health';
import { FactDeclarations, type FactCollectors } from '../facts';
import {
  DatabaseIncidentReports,
  IncidentConsequences,
  IncidentIntake,
  type IncidentSourceTypes,
} from '../incidents';
import { createEvaluationTelemetry } from '../observability';
import { createRetentionJob } from '../retention';
import { createDailyRollUps } from '../rollups';
import { loadPolicy } from '../scorecards';
import { createStores } from './createStores';
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
  const queue = EvaluationQueue.create({ knex });
  const index = DatabaseEntityIndexStore.create({
    knex,
    marks: queue,
    scope: settings.scope,
  });
  const consequences = IncidentConsequences.create({ index, policy });
  const { defaultArea } = policy.policy.trust;
  const reports = DatabaseIncidentReports.create({ consequences, defaultArea });
  const storesOn = (connection: Knex) =>
    createStores({ defaultArea, knex: connection, marks: queue, reports });
  const records = EvaluationRecords.create({ knex, policy: policy.policy });
  const intake = IncidentIntake.create({
    ...services,
    clock,
    index,
    knex,
    marks: queue,
    policy,
    reports,
    sourceTypes: installed.sourceTypes,
  });
  const announcements = createAnnouncements({
    ...services,
    clock,
    knex,
    policy,
  });
  const evaluation = createEvaluation({
    clock,
    index,
    isFlooded: () => intake.isBusy,
    knex,
    logger,
    outbox: announcements.outbox,
    policy,
    queue,
    readersOn: storesOn,
    records,
    settings: {
      boards: [...settings.boards],
      centralBoard: settings.centralBoard,
      scope: settings.scope,
    },
    telemetry: createEvaluationTelemetry(services),
  });
  const progress = EvaluationProgress.create({
    knex,
    madeWith: evaluation.policyInForce.madeWith,
  });
  const sweeps = createSweepRunner({
    ...services,
    clock,
    index,
    policy: policy.policy,
    settings,
    mayRun: async () => evaluation.policyInForce.isOwn(await clock.now()),
    // What a source covers is told of entities.
    onSwept: () => void intake.keeper.keep(),
  });
  const retention = createRetentionJob({
    ...services,
    clock,
    knex,
    policy: policy.policy,
  });
  const rollUps = createDailyRollUps({ ...services, clock, knex });
  return {
    announcements,
    clock,
    declarations,
    evaluation,
    index,
    intake,
    knex,
    marks: queue,
    policy,
    progress,
    queue,
    records,
    reports,
    retention,
    rollUps,
    settings,
    stores: storesOn(knex),
    sweeps,
  };
}
