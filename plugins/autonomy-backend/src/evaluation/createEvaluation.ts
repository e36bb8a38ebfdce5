import {
  resolvePackagePath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import type { Outbox } from '../announcements';
import { contentHash, isPostgres, type Clock } from '../database';
import type { EntityIndexStore } from '../entities';
import type { FollowedPolicies } from '../scorecards';
import { EvaluationPreview } from './EvaluationPreview';
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
import { ResultsWriter, type ResultsFollower } from './results';
import { createMethod } from './method';
import { EvaluationSweep } from './sweep';
import { EvaluationLoops, EvaluationWorker } from './worker';

/** The pool of a plugin has ten connections; evaluations take one for each loop. */
const LOOPS = 2;
/** Raised when results are made differently in a way that no release tells. */
const RESULTS_AS = 3;

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
  policies: FollowedPolicies;
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
  const { index, knex, policies, queue } = options;
  const release = releaseOf();
  const method = createMethod(policies, fingerprint =>
    contentHash({
      RESULTS_AS,
      policy: fingerprint,
      release,
      settings: options.settings,
    }).slice(0, 16),
  );
  const policyInForce = PolicyInForce.create({
    follow: now => policies.follow(now),
    knex,
    madeWith: () => method().madeWith,
    onTakeOver: (trx, now, madeWith) => queue.markOutdated(madeWith, now, trx),
  });
  const inputs = EvaluationInputs.create({ ...options, policies });
  const writer = ResultsWriter.create(options);
  const worker = EvaluationWorker.create({
    ...options,
    inputs,
    method,
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
    /** Told of what is written from now on, in the same transaction. */
    follow: (follower: ResultsFollower) => writer.follow(follower),
    inputs,
    loops,
    policyInForce,
    preview: EvaluationPreview.create({ inputs, method }),
    refresh: EvaluationRefresh.create({ ...options, marks: queue }),
    sweep: EvaluationSweep.create({
      ...options,
      index,
      inputs,
      marks: queue,
      method,
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
