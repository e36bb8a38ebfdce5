import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Clock } from '../database';
import { DatabaseEvaluationsStore } from './DatabaseEvaluationsStore';
import { DefaultEvaluationService } from './DefaultEvaluationService';
import {
  EvaluationInputs,
  type EvaluationInputsOptions,
} from './EvaluationInputs';
import { EvaluationQueue } from './EvaluationQueue';
import type { EvaluationRecords } from './EvaluationRecords';

/**
 * Puts together what computes results.
 *
 * @internal
 */
export function createEvaluationQueue(options: {
  clock: Clock;
  index: EvaluationInputsOptions['index'];
  knex: Knex;
  logger: LoggerService;
  policy: CompiledPolicy;
  records: EvaluationRecords;
  stores: Omit<EvaluationInputsOptions, 'index' | 'policy' | 'records'>;
}): EvaluationQueue {
  const { index, knex, logger, policy, records, stores } = options;
  const service = DefaultEvaluationService.create({
    ...options,
    inputs: EvaluationInputs.create({
      ...stores,
      index,
      policy: policy.policy,
      records,
    }),
    store: DatabaseEvaluationsStore.create({ knex }),
  });
  return EvaluationQueue.create({ logger, service });
}
