import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import type { Clock } from '../database';
import { DatabaseJobRunsStore } from '../tasks/JobRunsStore';
import { RetentionJob } from './RetentionJob';
import { periodsOf } from './RetentionPeriods';
import { retentionSteps } from './steps';

/**
 * Puts together what deletes old records.
 *
 * @internal
 */
export function createRetentionJob(options: {
  clock: Clock;
  knex: Knex;
  logger: LoggerService;
  metrics: MetricsService;
  policy: CompiledPolicy;
}): RetentionJob {
  const { knex, metrics, policy } = options;
  const counter = metrics.createCounter('autonomy.retention.deleted', {
    description: 'Rows deleted as too old',
    unit: '{row}',
  });
  return RetentionJob.create({
    ...options,
    count: (deleted, step) => counter.add(deleted, { step }),
    runs: DatabaseJobRunsStore.create({ knex }),
    steps: () => retentionSteps(periodsOf(policy.policy)),
  });
}
