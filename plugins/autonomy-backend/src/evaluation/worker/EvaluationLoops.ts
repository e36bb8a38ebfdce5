import type { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as pause } from 'node:timers/promises';
import { ClaimWorker } from '../../database';
import { LEASE_MS } from '../queue';
import type { EvaluationWorker } from './EvaluationWorker';

/** What was marked waits at most this long for more of its kind. */
const GATHER_MS = 1_000;
const GATHER_STEP_MS = 100;

/**
 * Goes on evaluating until the process ends. Each loop takes one connection at a time; while one waits for the
 * database, another evaluates.
 *
 * @internal
 */
export class EvaluationLoops {
  readonly #loops: ClaimWorker[];
  readonly #stopped = new AbortController();

  /**
   * @param options - `count` of loops; while `isFlooded`, one evaluation of an entity serves several changes of it
   */
  static create(options: {
    count: number;
    isFlooded: () => boolean;
    logger: LoggerService;
    worker: EvaluationWorker;
  }): EvaluationLoops {
    return new EvaluationLoops(options);
  }

  private constructor(options: Parameters<typeof EvaluationLoops.create>[0]) {
    const { count, isFlooded, logger, worker } = options;
    this.#loops = Array.from({ length: count }, () =>
      ClaimWorker.create({
        limit: LEASE_MS,
        logger,
        name: 'evaluation queue',
        work: async () => {
          await this.#gather(isFlooded);
          return worker.work();
        },
      }),
    );
  }

  start(): void {
    this.#loops.forEach(loop => loop.start());
  }

  /** Something is due. */
  wake(): void {
    this.#loops.forEach(loop => loop.wake());
  }

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#loops.map(loop => loop.stop()));
  }

  async #gather(isFlooded: () => boolean): Promise<void> {
    const { signal } = this.#stopped;
    for (let waited = 0; waited < GATHER_MS; waited += GATHER_STEP_MS) {
      if (!isFlooded() || signal.aborted) {
        return;
      }
      await pause(GATHER_STEP_MS, undefined, { signal }).catch(() => {});
    }
  }
}
