import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { messageOf, type Clock } from '../database';
import type { JobRun, JobRunsStore } from '../tasks/JobRunsStore';
import type { OddRow, Position, RetentionStep } from './RetentionStep';

const JOB = 'autonomy-purge';
/** What one transaction looks at, so that nobody waits for long. */
const ROWS_AT_ONCE = 1_000;
/** Of each step in one run; what is left is for the next. */
const LOOKS_PER_RUN = 50;

interface Detail {
  /** Rows by step. */
  deleted: Record<string, number>;
  /** Why steps failed. */
  errors: Record<string, string>;
  /** Where the steps that are not through go on. */
  positions: Record<string, Position>;
}

/**
 * What the last run did, whichever replica ran it.
 *
 * @internal
 */
export interface RetentionRun {
  /** When it ended, in UTC milliseconds. */
  at: number;
  /** Rows by step, without the steps that deleted none. */
  deleted: Record<string, number>;
  /** The steps that failed and why; absent if none did. */
  error?: string;
}

/**
 * @internal
 */
export interface RetentionJobOptions {
  clock: Clock;
  /** Counts deleted rows. */
  count: (deleted: number, step: string) => void;
  knex: Knex;
  logger: LoggerService;
  runs: JobRunsStore;
  /** Made anew for each run: how long something is kept follows from the policy. */
  steps: () => readonly RetentionStep[];
}

/**
 * Deletes what nothing needs any more, little by little.
 *
 * @remarks
 *
 * Two runs at once delete nothing twice and nothing wrong. A step that fails keeps no other from running,
 * and goes on in the next run where it failed. A row that cannot be judged stays, and keeps no other from
 * being judged.
 *
 * @internal
 */
export class RetentionJob {
  readonly #options: RetentionJobOptions;

  static create(options: RetentionJobOptions): RetentionJob {
    return new RetentionJob(options);
  }

  private constructor(options: RetentionJobOptions) {
    this.#options = options;
  }

  /**
   * @throws Error that names the steps that failed, after all have run
   */
  async run(signal: AbortSignal = new AbortController().signal): Promise<void> {
    const { clock, count, runs, steps } = this.#options;
    const startedAt = await clock.now();
    const before = await runs.read<Detail>(JOB);
    const detail: Detail = {
      deleted: {},
      errors: {},
      positions: { ...before?.detail.positions },
    };
    for (const step of steps()) {
      try {
        await this.#runStep(step, detail, startedAt, signal);
      } catch (error) {
        detail.errors[step.name] = messageOf(error);
      }
      count(detail.deleted[step.name] ?? 0, step.name);
    }
    const error = errorOf(detail);
    const status = signal.aborted ? 'stopped' : 'succeeded';
    await runs.write<Detail>(JOB, {
      startedAt,
      finishedAt: await clock.now(),
      status: error ? 'failed' : status,
      detail,
    });
    this.#tell(detail);
    if (error) {
      // So that the scheduler knows as well.
      throw new Error(`Retention failed in ${error}`);
    }
  }

  /** Undefined before the first run. */
  async lastRun(): Promise<RetentionRun | undefined> {
    const run = await this.#options.runs.read<Detail>(JOB);
    return run && toRetentionRun(run);
  }

  async #runStep(
    step: RetentionStep,
    { deleted, positions }: Detail,
    now: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { knex } = this.#options;
    for (let look = 0; look < LOOKS_PER_RUN && !signal.aborted; look++) {
      const after = positions[step.name];
      const outcome = await knex.transaction(trx =>
        step.run(trx, { after, limit: ROWS_AT_ONCE, now }),
      );
      if (outcome.deleted > 0) {
        deleted[step.name] = (deleted[step.name] ?? 0) + outcome.deleted;
      }
      this.#tellOdd(step, outcome.odd);
      if (outcome.next === undefined) {
        delete positions[step.name];
        return;
      }
      positions[step.name] = outcome.next;
      // All plugins share the process.
      await breathe();
    }
  }

  /** In one line, because they are met again in every run. */
  #tellOdd({ name }: RetentionStep, odd: readonly OddRow[] = []): void {
    if (odd.length > 0) {
      const [{ at, error }] = odd;
      this.#options.logger.warn(
        `Retention keeps ${
          odd.length
        } of ${name} that cannot be judged, first [${at.join(
          ', ',
        )}]: ${messageOf(error)}`,
      );
    }
  }

  #tell({ deleted }: Detail): void {
    const parts = Object.entries(deleted).map(([step, n]) => `${step} ${n}`);
    if (parts.length > 0) {
      this.#options.logger.info(`Deleted as too old: ${parts.join(', ')}`);
    }
  }
}

function errorOf({ errors }: Detail): string | undefined {
  const parts = Object.entries(errors).map(([step, why]) => `${step}: ${why}`);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function toRetentionRun({ detail, finishedAt }: JobRun<Detail>): RetentionRun {
  return {
    at: finishedAt,
    deleted: detail.deleted,
    error: errorOf(detail),
  };
}
