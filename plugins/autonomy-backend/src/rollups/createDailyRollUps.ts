import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import type { Clock } from '../database';
import { EvaluationShapes } from '../evaluation/reading/shapes';
import { CheckDays } from '../scorecards/insight';
import { DatabaseJobRunsStore } from '../tasks/JobRunsStore';
import { DailyRollUps } from './DailyRollUps';
import { RollUpJob } from './RollUpJob';

/**
 * Puts together what counts, day by day, where entities stand and how checks fare.
 *
 * @internal
 */
export function createDailyRollUps(options: {
  clock: Clock;
  knex: Knex;
  logger: LoggerService;
  tracing: TracingService;
}): RollUpJob {
  const { knex } = options;
  return RollUpJob.create({
    ...options,
    checkDays: CheckDays.create({
      knex,
      shapes: EvaluationShapes.create({ knex }),
    }),
    rollUps: DailyRollUps.create({ knex }),
    runs: DatabaseJobRunsStore.create({ knex }),
  });
}
