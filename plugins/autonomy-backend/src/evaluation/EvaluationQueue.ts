import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { setTimeout as pause } from 'node:timers/promises';
import type { EvaluationService } from './EvaluationService';

const BATCH_SIZE = 200;
const RETRY_AFTER_MS = 1_000;
/** What was touched waits at most this long for more of its kind. */
const GATHER_MS = 1_000;
const GATHER_STEP_MS = 100;

/**
 * Evaluates what was touched, promptly and one batch at a time.
 *
 * @remarks
 *
 * Whoever changed something puts the entities in after the commit, so the evaluation that follows sees
 * the change, whatever was under way before. The queue is in memory: what is lost with the process is
 * made up for by the evaluation of everything at the next start.
 *
 * @internal
 */
export class EvaluationQueue {
  readonly #logger: LoggerService;
  readonly #pending = new Set<string>();
  readonly #service: EvaluationService;
  readonly #stopped = new AbortController();
  #draining?: Promise<void>;
  #held?: Promise<unknown>;
  #isFlooded = () => false;

  static create(options: {
    logger: LoggerService;
    service: EvaluationService;
  }): EvaluationQueue {
    return new EvaluationQueue(options.logger, options.service);
  }

  private constructor(logger: LoggerService, service: EvaluationService) {
    this.#logger = logger;
    this.#service = service;
  }

  add(entityRefs: Iterable<string>): void {
    for (const ref of entityRefs) {
      this.#pending.add(ref);
    }
    if (this.#pending.size > 0) {
      this.#draining ??= this.#drain().finally(() => {
        this.#draining = undefined;
      });
    }
  }

  /**
   * Evaluates nothing until something has happened.
   *
   * @param until - must not reject
   */
  hold(until: Promise<unknown>): void {
    this.#held = until;
  }

  /** While evidence pours in, one evaluation of an entity serves several changes of it. */
  gatherWhile(isFlooded: () => boolean): void {
    this.#isFlooded = isFlooded;
  }

  /** Puts everything in; a failure is logged, the next round makes up for it. */
  async addAll(): Promise<void> {
    try {
      this.add(await this.#service.listAll());
    } catch (error) {
      this.#logger.error(
        'Entities to evaluate could not be listed',
        toError(error),
      );
    }
  }

  /** Resolves when nothing is left to evaluate. */
  async idle(): Promise<void> {
    while (this.#draining) {
      await this.#draining;
    }
  }

  /** Lets the batch under way finish. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.idle();
  }

  async #drain(): Promise<void> {
    const { signal } = this.#stopped;
    await this.#held;
    while (this.#pending.size > 0 && !signal.aborted) {
      await this.#gather(signal);
      const batch = [...this.#pending].slice(0, BATCH_SIZE);
      batch.forEach(ref => this.#pending.delete(ref));
      try {
        await this.#service.evaluate(batch);
      } catch (error) {
        this.#logger.error(
          'Evaluation failed and will be repeated',
          toError(error),
        );
        batch.forEach(ref => this.#pending.add(ref));
        await pause(RETRY_AFTER_MS, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #gather(signal: AbortSignal): Promise<void> {
    for (let waited = 0; waited < GATHER_MS; waited += GATHER_STEP_MS) {
      if (!this.#isFlooded() || signal.aborted) {
        return;
      }
      await pause(GATHER_STEP_MS, undefined, { signal }).catch(() => {});
    }
  }
}
