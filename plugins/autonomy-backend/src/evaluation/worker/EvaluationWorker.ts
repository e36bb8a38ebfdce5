import type { EvaluationEvent } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres, messageOf, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import { inTurns } from '../../tasks/inTurns';
import type { EvaluationTelemetry } from '../EvaluationTelemetry';
import type { EvaluationMethod } from '../method';
import { goOn, type EvaluationInputs } from '../inputs';
import type { EvaluationQueue, PolicyInForce, QueueRow } from '../queue';
import { Passed, type PreparedResult, type ResultsWriter } from '../results';

/** What a process that dies leaves undone is twice as much, one batch for each loop. */
const BATCH = 200;
/** The engine and making the row take some tenths of a millisecond for one. */
const ENTITIES_PER_TURN = 5;
/** What was taken that often and never finished may be what ended the process. */
const ALONE_AFTER = 3;
/** Between two statements there are some milliseconds. */
const HELD_UP_MS = 4_000;
const NEVER_FINISHED =
  'it was taken again and again and never finished, as if it ended the process';

/**
 * @internal
 */
export interface EvaluationWorkerOptions {
  clock: Clock;
  index: Pick<EntityIndexStore, 'hasSettled'>;
  inputs: EvaluationInputs;
  knex: Knex;
  logger: LoggerService;
  method: () => EvaluationMethod;
  policyInForce: PolicyInForce;
  queue: EvaluationQueue;
  telemetry: EvaluationTelemetry;
  writer: ResultsWriter;
}

/** What evaluating a batch came to. */
interface Evaluated {
  madeWith: string;
  prepared: Map<string, PreparedResult>;
  /** Messages by entity ref. */
  failed: Map<string, string>;
  isPreliminary: boolean;
}

/**
 * Evaluates what is due and writes what comes of it.
 *
 * @remarks
 *
 * Inputs are read first, in one go, and nothing is locked while the engine works. What comes of it is written in
 * the transaction that releases the entities, and only of those that are still this process's: a process that
 * was held up for longer than the lease writes nothing.
 *
 * @internal
 */
export class EvaluationWorker {
  readonly #options: EvaluationWorkerOptions;
  /** Before the first look any clock may have been set back. */
  #lastLook = Infinity;
  #isOpen = false;

  static create(options: EvaluationWorkerOptions): EvaluationWorker {
    return new EvaluationWorker(options);
  }

  private constructor(options: EvaluationWorkerOptions) {
    this.#options = options;
  }

  /** Nothing is evaluated before. */
  open(): void {
    this.#isOpen = true;
  }

  /**
   * Evaluates a part of what is due.
   *
   * @returns how many entities were taken
   */
  async work(): Promise<number> {
    const { clock, policyInForce, queue } = this.#options;
    const now = await clock.now();
    if (!(await policyInForce.isOwn(now)) || !this.#isOpen) {
      return 0;
    }
    if (now < this.#lastLook) {
      await queue.followClock(now);
    }
    this.#lastLook = now;
    const rows = await queue.take(now, BATCH);
    const suspects = rows.filter(({ attempts }) => attempts > ALONE_AFTER);
    await this.#evaluate(
      rows.filter(row => !suspects.includes(row)),
      now,
    );
    for (const row of suspects) {
      await (queue.isSpent(row)
        ? this.#fail(row, row.reason ?? NEVER_FINISHED)
        : this.#evaluate([row], now));
    }
    return rows.length;
  }

  /** What one entity does to the others of its batch ends where they are tried one by one. */
  async #evaluate(rows: readonly QueueRow[], now: number): Promise<void> {
    const { clock, logger, telemetry } = this.#options;
    if (rows.length === 0) {
      return;
    }
    try {
      await telemetry.batch(rows.length, () => this.#evaluateBatch(rows, now));
    } catch (error) {
      // Where the database is away this fails too, and the lease ends by itself.
      await clock.now();
      const message = messageOf(error);
      if (rows.length > 1) {
        logger.debug(`Entities are evaluated one by one: ${message}`);
        for (const row of rows) {
          await this.#evaluate([row], now);
        }
        return;
      }
      await this.#fail(rows[0], message);
    }
  }

  async #fail(row: QueueRow, reason: string): Promise<void> {
    const { clock, knex, logger, queue, telemetry } = this.#options;
    logger.error(
      `Evaluation of ${row.entity_ref} failed; its former result stays: ${reason}`,
    );
    telemetry.counted('failed', 1);
    const now = await clock.now();
    await knex.transaction(async trx => {
      for (const own of await queue.hold(trx, [row])) {
        await queue.fail(trx, own, reason, now);
      }
    });
  }

  /** @param now - from before the inputs are read: a result is never dated later than what it was made of */
  async #evaluateBatch(rows: readonly QueueRow[], now: number): Promise<void> {
    const { index, knex, policyInForce, queue, telemetry, writer } =
      this.#options;
    const { failed, isPreliminary, madeWith, prepared } = await this.#prepare(
      rows,
      now,
    );
    const done = await knex.transaction(async trx => {
      await releaseWhenHeldUp(trx);
      if (!(await policyInForce.hold(trx, madeWith))) {
        return undefined;
      }
      const own = await queue.hold(trx, rows);
      // The catalog came to rest while these were evaluated: their records begin now.
      const isOver = isPreliminary && (await index.hasSettled(trx));
      const mine = own.flatMap(row => prepared.get(row.entity_ref) ?? []);
      const written = await writer.write(trx, mine, now);
      await queue.finish(
        trx,
        own.filter(({ entity_ref: ref }) => !failed.has(ref)),
        ref => (isOver ? now : prepared.get(ref)?.result.step.nextChangeAt),
        now,
      );
      for (const row of own) {
        const message = failed.get(row.entity_ref);
        if (message) {
          await queue.fail(trx, row, message, now);
        }
      }
      return { mine, own: own.length, written };
    });
    if (!done) {
      await queue.putOff(rows, now);
      return;
    }
    const { mine, own, written } = done;
    telemetry.counted('written', written);
    telemetry.counted('unchanged', own - written - failed.size);
    telemetry.counted('failed', failed.size);
    telemetry.counted('fenced', rows.length - own);
    mine.forEach(({ events, row }) => this.#tell(row.entity_ref, events));
  }

  async #prepare(rows: readonly QueueRow[], now: number): Promise<Evaluated> {
    const { index, inputs, logger, method, writer } = this.#options;
    const { madeWith, policy } = method();
    const isPreliminary = !(await index.hasSettled());
    const versions = new Map(rows.map(row => [row.entity_ref, row.version]));
    const loaded = await inputs.load([...versions.keys()], now);
    const prepared = new Map<string, PreparedResult>();
    const failed = new Map<string, string>();
    for await (const one of inTurns(loaded, ENTITIES_PER_TURN)) {
      const ref = one.input.entity.entityRef;
      try {
        const passed = Passed.create(one.record, now);
        prepared.set(
          ref,
          writer.prepare({
            step: goOn(one, policy, now, instant => passed.add(instant)),
            record: one.record,
            passed,
            version: versions.get(ref)!,
            isPreliminary,
            madeWith,
          }),
        );
      } catch (error) {
        // It must not keep the others from their results.
        logger.error(
          `Evaluation of ${ref} failed; its former result stays`,
          error as Error,
        );
        failed.set(ref, messageOf(error));
      }
    }
    return { prepared, failed, isPreliminary, madeWith };
  }

  #tell(entityRef: string, events: readonly EvaluationEvent[]): void {
    for (const event of events) {
      if (event.kind === 'level-promoted' || event.kind === 'level-demoted') {
        this.#options.logger.info(
          `${entityRef} moved from level ${event.from} to ${event.to}`,
          { at: new Date(event.at).toISOString(), cause: event.cause },
        );
      }
    }
  }
}

/**
 * Whoever reports about an entity waits for its lock. A process that is held up in the middle of writing must not make
 * them wait for longer than this: the server ends its transaction, and others take its work when the lease is over.
 */
async function releaseWhenHeldUp(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(
      `set local idle_in_transaction_session_timeout = ${HELD_UP_MS}`,
    );
  }
}
