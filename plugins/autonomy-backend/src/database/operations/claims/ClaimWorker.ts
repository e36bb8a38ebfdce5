import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from '../../../tasks/inTime';

/** Work of other processes that died is found by looking, not by being told. */
const LOOK_EVERY_MS = 1_000;
const LONGEST_BACK_OFF_MS = 5_000;
/** What was not waited for any more and never ended holds a connection each. */
const MOST_ABANDONED = 2;
/** What gives way takes a quarter of the time. */
const GIVEN_WAY = 3;

/**
 * Does work that lies in a table until it is stopped: at once when told that there is some, and by looking
 * from time to time.
 *
 * @remarks
 *
 * It is a loop of its own and no scheduled task, because a task that a killed process leaves behind is not
 * run again until its timeout.
 *
 * @internal
 */
export class ClaimWorker {
  readonly #logger: LoggerService;
  readonly #name: string;
  readonly #stopped = new AbortController();
  readonly #givesWay: () => boolean;
  readonly #limit: number;
  readonly #work: () => Promise<number>;
  #awake = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #underWay = 0;

  /**
   * @param options - `work` takes and does a part of what is due and returns how much it took; what takes
   * longer than `limit` (milliseconds, the lease) is somebody else's by then, and not waited for;
   * `givesWay` tells whether something else should come first at the moment
   */
  static create(options: {
    givesWay?: () => boolean;
    limit: number;
    logger: LoggerService;
    name: string;
    work: () => Promise<number>;
  }): ClaimWorker {
    return new ClaimWorker(options);
  }

  private constructor(options: Parameters<typeof ClaimWorker.create>[0]) {
    this.#givesWay = options.givesWay ?? (() => false);
    this.#limit = options.limit;
    this.#logger = options.logger;
    this.#name = options.name;
    this.#work = options.work;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** There is work. */
  wake(): void {
    this.#awake.abort();
  }

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopped.signal.aborted) {
      this.#awake = new AbortController();
      try {
        const begun = performance.now();
        const taken = await inTime(this.#count(), this.#limit);
        failures = 0;
        if (taken === 0) {
          await this.#rest(LOOK_EVERY_MS);
        } else if (this.#givesWay()) {
          // Whatever is woken for meanwhile is part of the same.
          const { signal } = this.#stopped;
          const aside = GIVEN_WAY * (performance.now() - begun);
          await pause(aside, undefined, { signal }).catch(() => {});
        }
      } catch (error) {
        // Of a database that is away one line is enough until it is back.
        if (failures === 0) {
          this.#logger.warn(
            `Work of the ${this.#name} was interrupted and goes on`,
            toError(error),
          );
        }
        failures += 1;
        this.#awake = new AbortController();
        await this.#rest(Math.min(LONGEST_BACK_OFF_MS, 100 * 2 ** failures));
      }
    }
  }

  async #count(): Promise<number> {
    if (this.#underWay >= MOST_ABANDONED) {
      return 0;
    }
    this.#underWay += 1;
    try {
      return await this.#work();
    } finally {
      this.#underWay -= 1;
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    const signal = AbortSignal.any([this.#awake.signal, this.#stopped.signal]);
    await pause(milliseconds, undefined, { signal }).catch(() => {});
  }
}
