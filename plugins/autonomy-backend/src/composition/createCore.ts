import type { Knex } from 'knex';
import { createAnnouncements } from '../announcements';
import { readAutonomyConfig } from '../config';
import { applyMigrations } from '../database';
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
import { startPolicies } from '../scorecards';
import { createSimulations } from '../scorecards/simulations';
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
  const { clock, config, database, logger } = services;
  const settings = readAutonomyConfig(config);
  const declarations = FactDeclarations.create({
    installed: installed.collectors.all().map(({ collector }) => collector),
    settings: settings.collectors,
  });
  const knex = await database.getClient();
  await applyMigrations(database, knex);
  const started = await startPolicies({
    ...services,
    facts: declarations.schemas(),
    knex,
    settings,
  });
  const { policies } = started;
  const policy = policies.live;
  const queue = EvaluationQueue.create({ knex });
  const index = DatabaseEntityIndexStore.create({
    knex,
    marks: queue,
    movesWait: settings.boardsDecide,
    scope: settings.scope,
  });
  const consequences = IncidentConsequences.create({ index, policy });
  const defaultArea = () => policy.policy.trust.defaultArea;
  const reports = DatabaseIncidentReports.create({ consequences, defaultArea });
  const storesOn = (connection: Knex) =>
    createStores({
      defaultArea,
      knex: connection,
      marks: queue,
      policy,
      reports,
    });
  const records = EvaluationRecords.create({ knex, policy });
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
    policies,
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
    madeWith: () => evaluation.policyInForce.madeWith,
  });
  const sweeps = createSweepRunner({
    ...services,
    clock,
    index,
    policy,
    settings,
    mayRun: async () => evaluation.policyInForce.isOwn(await clock.now()),
    // What a source covers is told of entities.
    onSwept: () => void intake.keeper.keep(),
  });
  const retention = createRetentionJob({
    ...services,
    clock,
    knex,
    policy,
  });
  const rollUps = createDailyRollUps({ ...services, clock, knex });
  const simulations = createSimulations({
    ...services,
    clock,
    index,
    isFlooded: () => intake.isBusy,
    knex,
    policies,
    readersOn: storesOn,
    records,
  });
  return {
    announcements,
    clock,
    declarations,
    evaluation,
    index,
    intake,
    knex,
    marks: queue,
    policies,
    policy,
    progress,
    queue,
    readersOn: storesOn,
    records,
    reports,
    retention,
    rollUps,
    settings,
    simulations,
    started,
    stores: storesOn(knex),
    sweeps,
  };
}
