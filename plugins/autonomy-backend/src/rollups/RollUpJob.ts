import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import { messageOf, type Clock } from '../database';
import { inSpan } from '../observability';
import type { JobRunsStore } from '../tasks/JobRunsStore';
import type { CheckDays } from '../scorecards/insight';
import type { DailyRollUps, RollUpOutcome } from './DailyRollUps';

const JOB = 'autonomy-roll-up';

type Detail = Partial<RollUpOutcome> & { error?: string };

/**
 * How the last run went, whichever replica ran it.
 *
 * @internal
 */
export interface RollUpRun {
  /** When it ended, in UTC milliseconds. */
  at: number;
  /** Why it failed; absent if it did not. */
  error?: string;
}

/**
 * @internal
 */
export interface RollUpJobOptions {
  checkDays: CheckDays;
  clock: Clock;
  logger: LoggerService;
  rollUps: DailyRollUps;
  runs: JobRunsStore;
  tracing: TracingService;
}

/**
 * Writes the daily roll-ups. It may run twice at once, and at any time.
 *
 * @internal
 */
export class RollUpJob {
  readonly #options: RollUpJobOptions;

  static create(options: RollUpJobOptions): RollUpJob {
    return new RollUpJob(options);
  }

  private constructor(options: RollUpJobOptions) {
    this.#options = options;
  }

  /** @throws Error that says why it failed, so that the scheduler knows as well */
  async run(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) {
      return;
    }
    const { clock, runs } = this.#options;
    const startedAt = await clock.now();
    const detail = await this.#write(startedAt);
    await runs.write<Detail>(JOB, {
      startedAt,
      finishedAt: await clock.now(),
      status: detail.error === undefined ? 'succeeded' : 'failed',
      detail,
    });
    if (detail.error !== undefined) {
      throw new Error(`Daily roll-ups failed: ${detail.error}`);
    }
  }

  /** Undefined before the first run. */
  async lastRun(): Promise<RollUpRun | undefined> {
    const run = await this.#options.runs.read<Detail>(JOB);
    return run && { at: run.finishedAt, error: run.detail.error };
  }

  async #write(now: number): Promise<Detail> {
    const { checkDays, logger, rollUps, tracing } = this.#options;
    try {
      return await inSpan(tracing, 'autonomy.roll-up', {}, async span => {
        const figures = await rollUps.write(now);
        const checks = await checkDays.write(figures.day);
        const outcome = {
          day: figures.day,
          written: figures.written + checks.written,
          deleted: figures.deleted + checks.deleted,
        };
        span.setAttribute('autonomy.rows.written', outcome.written);
        return outcome;
      });
    } catch (error) {
      const message = messageOf(error);
      logger.warn(`Daily roll-ups are repeated later: ${message}`);
      return { error: message };
    }
  }
}
