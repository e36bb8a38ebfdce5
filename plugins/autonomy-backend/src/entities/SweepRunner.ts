import type { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityIndexer, IndexingOutcome } from './EntityIndexer';

/** How long a catalog may take to settle after a start; the schedule goes on from there. */
const STARTUP_LIMIT_MS = 10 * 60_000;
/** As long as that nothing is evaluated on what the catalog said before a stop. */
const FIRST_SWEEP_LIMIT_MS = 10 * 60_000;
/** Relations arrive shortly after their entities, so one quiet sweep is not enough. */
const QUIET_SWEEPS = 2;

/**
 * Runs sweeps one at a time. A failure is logged and never thrown;
 * the next run starts over.
 *
 * @internal
 */
export class SweepRunner {
  readonly #indexer: EntityIndexer;
  readonly #logger: LoggerService;
  readonly #mayRun: () => Promise<boolean>;
  readonly #onSwept: () => void;
  #running?: Promise<IndexingOutcome | undefined>;

  static create(options: {
    indexer: EntityIndexer;
    logger: LoggerService;
    mayRun: () => Promise<boolean>;
    onSwept: () => void;
  }): SweepRunner {
    return new SweepRunner(options);
  }

  private constructor(options: Parameters<typeof SweepRunner.create>[0]) {
    this.#indexer = options.indexer;
    this.#logger = options.logger;
    this.#mayRun = options.mayRun;
    this.#onSwept = options.onSwept;
  }

  /**
   * Sweeps, or joins the sweep that is under way.
   *
   * @returns undefined where it failed, or where other settings than this process's are in force
   */
  run(signal?: AbortSignal): Promise<IndexingOutcome | undefined> {
    this.#running ??= this.#runOnce(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /**
   * Sweeps again and again until it succeeds for once, or has been given time enough to.
   *
   * @param interval - pause between sweeps, in milliseconds
   */
  async runUntilSwept(interval: number, signal: AbortSignal): Promise<void> {
    const limit = Date.now() + FIRST_SWEEP_LIMIT_MS;
    while (!signal.aborted && Date.now() < limit) {
      if (await this.run(signal)) {
        return;
      }
      await pause(interval, undefined, { signal }).catch(() => {});
    }
  }

  /**
   * Sweeps again and again until the catalog has settled, or has been given time enough to.
   *
   * @param interval - pause between sweeps, in milliseconds
   */
  async runUntilSettled(interval: number, signal: AbortSignal): Promise<void> {
    const limit = Date.now() + STARTUP_LIMIT_MS;
    let quiet = 0;
    let hasSwept = false;
    while (!signal.aborted && quiet < QUIET_SWEEPS && Date.now() < limit) {
      const outcome = await this.run(signal);
      quiet = outcome?.settled ? quiet + 1 : 0;
      hasSwept ||= outcome !== undefined;
      await pause(interval, undefined, { signal }).catch(() => {});
    }
    if (!signal.aborted && hasSwept) {
      await this.#settle();
    }
  }

  async #settle(): Promise<void> {
    try {
      await this.#indexer.settle();
    } catch (error) {
      this.#logger.warn(`The next start settles the catalog: ${error}`);
    }
  }

  async #runOnce(signal?: AbortSignal): Promise<IndexingOutcome | undefined> {
    try {
      if (!(await this.#mayRun())) {
        return undefined;
      }
      const outcome = await this.#indexer.run(signal);
      this.#onSwept();
      return outcome;
    } catch (error) {
      if (!signal?.aborted) {
        this.#logger.warn(
          `Catalog sweep failed and will be repeated: ${error}`,
        );
      }
      return undefined;
    }
  }
}
