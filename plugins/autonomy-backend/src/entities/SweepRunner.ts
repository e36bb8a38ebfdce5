import type { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityIndexer, IndexingOutcome } from './EntityIndexer';

/** How long a catalog may take to settle after a start; the schedule goes on from there. */
const STARTUP_LIMIT_MS = 10 * 60_000;
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
  readonly #onSwept: () => void;
  #running?: Promise<IndexingOutcome | undefined>;

  static create(options: {
    indexer: EntityIndexer;
    logger: LoggerService;
    onSwept: () => void;
  }): SweepRunner {
    return new SweepRunner(options.indexer, options.logger, options.onSwept);
  }

  private constructor(
    indexer: EntityIndexer,
    logger: LoggerService,
    onSwept: () => void,
  ) {
    this.#indexer = indexer;
    this.#logger = logger;
    this.#onSwept = onSwept;
  }

  /**
   * Sweeps, or joins the sweep that is under way.
   *
   * @returns undefined where it failed
   */
  run(signal?: AbortSignal): Promise<IndexingOutcome | undefined> {
    this.#running ??= this.#runOnce(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /**
   * Sweeps again and again until the catalog has settled, or has been given time enough to.
   *
   * @param interval - pause between sweeps, in milliseconds
   */
  async runUntilSettled(interval: number, signal: AbortSignal): Promise<void> {
    const limit = Date.now() + STARTUP_LIMIT_MS;
    let quiet = 0;
    while (!signal.aborted && quiet < QUIET_SWEEPS && Date.now() < limit) {
      const outcome = await this.run(signal);
      quiet = outcome?.settled ? quiet + 1 : 0;
      await pause(interval, undefined, { signal }).catch(() => {});
    }
    if (!signal.aborted) {
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
