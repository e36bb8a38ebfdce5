import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  resolvePackagePath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import type { Outbox } from '../announcements';
import { contentHash, isPostgres, type Clock } from '../database';
import type { EntityIndexStore } from '../entities';
import type { EvaluationTelemetry } from './EvaluationTelemetry';
import {
  EvaluationInputs,
  type EvaluationRecords,
  type EvidenceReaders,
} from './inputs';
import {
  EvaluationRefresh,
  PolicyInForce,
  type EvaluationQueue,
} from './queue';
import { ResultsWriter } from './results';
import { EvaluationSweep } from './sweep';
import { EvaluationLoops, EvaluationWorker } from './worker';

/** The pool of a plugin has ten connections; evaluations take one for each loop. */
const LOOPS = 2;
/** Raised when results are made differently in a way that no release tells. */
const RESULTS_AS = 1;

/**
 * @internal
 */
export interface EvaluationOptions {
  clock: Clock;
  index: EntityIndexStore;
  /** While so, one evaluation of an entity serves several changes. */
  isFlooded: () => boolean;
  knex: Knex;
  logger: LoggerService;
  outbox: Outbox;
  policy: CompiledPolicy;
  queue: EvaluationQueue;
  /** What else results depend on: a change of it is like one of the policy. */
  settings: unknown;
  /** Readers of evidence on a connection or in a transaction. */
  readersOn: (knex: Knex) => EvidenceReaders;
  records: EvaluationRecords;
  telemetry: EvaluationTelemetry;
}

/**
 * Puts together what computes results.
 *
 * @internal
 */
export function createEvaluation(options: EvaluationOptions) {
  const { index, knex, policy, queue } = options;
  const madeWith = contentHash({
    RESULTS_AS,
    policy: policy.version,
    release: releaseOf(),
    settings: options.settings,
  }).slice(0, 16);
  const policyInForce = PolicyInForce.create({
    knex,
    madeWith,
    onTakeOver: (trx, now) => queue.markOutdated(madeWith, now, trx),
  });
  const inputs = EvaluationInputs.create({ ...options, policy: policy.policy });
  const writer = ResultsWriter.create({ ...options, madeWith });
  const worker = EvaluationWorker.create({
    ...options,
    inputs,
    policyInForce,
    writer,
  });
  const loops = EvaluationLoops.create({
    ...options,
    // SQLite has one connection.
    count: isPostgres(knex) ? LOOPS : 1,
    worker,
  });
  queue.onMarked(() => loops.wake());
  return {
    inputs,
    loops,
    policyInForce,
    refresh: EvaluationRefresh.create({ ...options, marks: queue }),
    sweep: EvaluationSweep.create({
      ...options,
      index,
      inputs,
      marks: queue,
      policyInForce,
      writer,
    }),
    worker,
  };
}

function releaseOf(): string {
  const file = resolvePackagePath(
    '@aligned-autonomy/backstage-plugin-autonomy-backend',
    'package.json',
  );
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
