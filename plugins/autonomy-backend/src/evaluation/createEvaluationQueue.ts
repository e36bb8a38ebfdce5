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
  stores: Omit<EvaluationInputsOptions, 'index' | 'policy'>;
}): EvaluationQueue {
  const { index, knex, logger, policy, stores } = options;
  const service = DefaultEvaluationService.create({
    ...options,
    inputs: EvaluationInputs.create({
      ...stores,
      index,
      policy: policy.policy,
    }),
    store: DatabaseEvaluationsStore.create({ knex }),
  });
  return EvaluationQueue.create({ logger, service });
}
