import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { messageOf, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import { inTurns } from '../../tasks/inTurns';
import type { EvaluationTelemetry } from '../EvaluationTelemetry';
import type { EvaluationMethod } from '../method';
import { goOn, type EvaluationInputs, type LoadedInput } from '../inputs';
import {
  QUEUE_TABLE,
  type EvaluationMarks,
  type PolicyInForce,
  type QueueRow,
} from '../queue';
import type { PreparedResult, ResultsWriter } from '../results';
import {
  COMPARED_COLUMNS,
  compareStored,
  hasFallen,
  type Finding,
} from './compareStored';
import {
  readSweepState,
  writeSweepState,
  type CompletedSweep,
  type SweepState,
} from './SweepState';

const BATCH = 100;
const ENTITIES_PER_TURN = 5;
/** It takes a quarter of the time, so that others have the rest. */
const RESTS = 3;
const REST_AT_MOST_MS = 5_000;
const SAVE_EVERY_MS = 10_000;
/** So many are named of those that nobody had noted. */
const MOST_REFS = 20;
/** A run goes on from where the last one was, so that little is lost with a process. */
const RUN_FOR_MS = 60_000;
/** From one beginning to the next. */
const BEGIN_EVERY_MS = 3_600_000;
/** What is due at this moment is on its way. */
const ON_ITS_WAY_MS = 5_000;

/**
 * @internal
 */
export interface EvaluationSweepOptions {
  clock: Clock;
  index: Pick<EntityIndexStore, 'hasSettled'>;
  inputs: EvaluationInputs;
  knex: Knex;
  logger: LoggerService;
  marks: EvaluationMarks;
  method: () => EvaluationMethod;
  policyInForce: Pick<PolicyInForce, 'isOwn'>;
  telemetry: EvaluationTelemetry;
  writer: ResultsWriter;
}

/**
 * Looks at all entities, slowly, and compares what is stored with what an evaluation would say.
 *
 * @remarks
 *
 * Nothing should ever be found: evidence marks what it changes, and time is foreseen. What is found all the same
 * is marked, logged and shown, because it is a mistake of the suite or a hand in the database. Trust that has
 * grown since the last evaluation is none; it is brought up to date on the way. Where nothing has changed
 * nothing is written.
 *
 * @internal
 */
export class EvaluationSweep {
  readonly #options: EvaluationSweepOptions;

  static create(options: EvaluationSweepOptions): EvaluationSweep {
    return new EvaluationSweep(options);
  }

  private constructor(options: EvaluationSweepOptions) {
    this.#options = options;
  }

  /** Goes on for about a minute. A failure is logged; the next run goes on from there. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, index, knex, logger, policyInForce, telemetry } =
      this.#options;
    const until = performance.now() + RUN_FOR_MS;
    try {
      const state = await readSweepState(knex);
      const now = await clock.now();
      const mayRun =
        (await index.hasSettled()) && (await policyInForce.isOwn(now));
      if (!mayRun || isRested(state, now)) {
        return;
      }
      await telemetry.sweep(() =>
        this.#goOn(state, async begun => {
          const taken = performance.now() - begun;
          const rest = Math.min(RESTS * taken, REST_AT_MOST_MS);
          await pause(rest, undefined, { signal }).catch(() => {});
          return !signal.aborted && performance.now() < until;
        }),
      );
    } catch (error) {
      logger.warn(
        'The search for missed changes goes on later',
        toError(error),
      );
    }
  }

  /** Looks at all entities at once, without resting. */
  async runWhole(): Promise<CompletedSweep> {
    const state = await readSweepState(this.#options.knex);
    const { last } = await this.#goOn(state, async () => true);
    return last!;
  }

  /**
   * How far it is is written now and then only: what is looked at twice does no harm.
   *
   * @param mayGoOn - asked after each batch, with when it began
   */
  async #goOn(
    before: SweepState,
    mayGoOn: (begun: number) => Promise<boolean>,
  ): Promise<SweepState> {
    const { knex } = this.#options;
    let state = before;
    let isLast = false;
    let savedAt = performance.now();
    while (!isLast) {
      const begun = performance.now();
      state = await this.#step(state);
      isLast = state.startedAt === undefined || !(await mayGoOn(begun));
      if (isLast || performance.now() - savedAt > SAVE_EVERY_MS) {
        await writeSweepState(knex, state);
        savedAt = performance.now();
      }
    }
    return state;
  }

  async #step(before: SweepState): Promise<SweepState> {
    const now = await this.#options.clock.now();
    const refs = await this.#nextRefs(before.cursor);
    const missed = refs.length > 0 ? await this.#look(refs, now) : [];
    const state: SweepState = {
      ...before,
      startedAt: before.startedAt ?? now,
      cursor: refs.at(-1),
      checked: before.checked + refs.length,
      missed: before.missed + missed.length,
      missedRefs: [...before.missedRefs, ...missed].slice(0, MOST_REFS),
    };
    return refs.length < BATCH ? complete(state, now) : state;
  }

  async #nextRefs(cursor: string | undefined): Promise<string[]> {
    const query = this.#options
      .knex('entities')
      .where('in_scope', true)
      .orderBy('entity_ref')
      .limit(BATCH)
      .select('entity_ref');
    if (cursor !== undefined) {
      query.where('entity_ref', '>', cursor);
    }
    const rows = await query;
    return rows.map(row => row.entity_ref);
  }

  async #find(
    refs: readonly string[],
    now: number,
  ): Promise<Record<Finding, string[]>> {
    const before = await this.#readQueue(refs);
    const atRest = refs.filter(ref => isAtRest(before.get(ref), now));
    const loaded = await this.#load(atRest, now);
    const after = await this.#readQueue(atRest);
    const stored = await this.#readStored(atRest);

    const found: Record<Finding, string[]> = {
      same: [],
      moved: [],
      missed: [],
    };
    const moved = new Map<string, PreparedResult>();
    for await (const one of inTurns(loaded, ENTITIES_PER_TURN)) {
      const ref = one.input.entity.entityRef;
      const queued = after.get(ref);
      if (isUntouched(before.get(ref), queued, now)) {
        const prepared = this.#prepare(one, now);
        const finding = prepared
          ? compareStored(prepared, stored.get(ref), queued)
          : 'moved';
        found[finding].push(ref);
        if (finding === 'moved' && prepared) {
          moved.set(ref, prepared);
        }
      }
    }
    found.missed.push(...(await this.#fallen(moved)));
    return found;
  }

  /** @returns those that nobody had noted */
  async #look(refs: readonly string[], now: number): Promise<string[]> {
    const { knex, logger, marks, telemetry } = this.#options;
    const { missed, moved } = await this.#find(refs, now);
    const different = [...missed, ...moved];
    if (different.length > 0) {
      await knex.transaction(async trx => {
        await marks.mark(trx, different, now);
        // Whatever comes of it is written, though its words may be those that are stored.
        await trx('evaluations')
          .whereIn('entity_ref', missed)
          .update({ body_hash: '' });
      });
    }
    if (missed.length > 0) {
      telemetry.missed(missed.length);
      logger.warn(
        `${missed.length} entities had changed without being evaluated, such as ${missed[0]}; they are now`,
      );
    }
    return missed;
  }

  /** One that cannot be read keeps nobody from being looked at. */
  async #load(refs: readonly string[], now: number): Promise<LoadedInput[]> {
    const { inputs } = this.#options;
    try {
      return await inputs.load(refs, now);
    } catch (error) {
      const loaded: LoadedInput[] = [];
      for (const ref of refs) {
        const one = await inputs.load([ref], now).catch(() => {
          this.#warn(ref, error);
          return [];
        });
        loaded.push(...one);
      }
      return loaded;
    }
  }

  /** @returns undefined where it cannot be evaluated; it is marked, so that the queue deals with it */
  #prepare(one: LoadedInput, now: number): PreparedResult | undefined {
    const { method, writer } = this.#options;
    const { madeWith, policy } = method();
    try {
      const step = goOn(one, policy, now);
      return writer.prepare({
        step,
        record: one.record,
        version: 0,
        madeWith,
      });
    } catch (error) {
      this.#warn(one.input.entity.entityRef, error);
      return undefined;
    }
  }

  /** Those whose trust is lower than what is stored. Few differ, so that few bodies are read. */
  async #fallen(moved: ReadonlyMap<string, PreparedResult>): Promise<string[]> {
    if (moved.size === 0) {
      return [];
    }
    const rows = await this.#options
      .knex('evaluations')
      .whereIn('entity_ref', [...moved.keys()])
      .select('entity_ref', 'body');
    return rows
      .filter(row => hasFallen(moved.get(row.entity_ref)!, row.body))
      .map(row => row.entity_ref);
  }

  #warn(entityRef: string, error: unknown): void {
    this.#options.logger.warn(
      `${entityRef} could not be looked at: ${messageOf(error)}`,
    );
  }

  async #readQueue(refs: readonly string[]): Promise<Map<string, QueueRow>> {
    const rows = await this.#options
      .knex<QueueRow>(QUEUE_TABLE)
      .whereIn('entity_ref', refs);
    return new Map(rows.map(row => [row.entity_ref, row as QueueRow]));
  }

  async #readStored(
    refs: readonly string[],
  ): Promise<Map<string, Record<string, unknown>>> {
    const rows = await this.#options
      .knex('evaluations')
      .whereIn('entity_ref', refs)
      .select(COMPARED_COLUMNS);
    return new Map(rows.map(row => [row.entity_ref, row]));
  }
}

/** Nothing is due or under way. One that was given up is known to be wrong. */
function isAtRest(row: QueueRow | undefined, now: number): boolean {
  return (
    row === undefined ||
    (row.ticket === null &&
      row.asked_at === null &&
      row.quarantined_at === null &&
      row.reason === null &&
      (row.due_at === null || Number(row.due_at) > now + ON_ITS_WAY_MS))
  );
}

/** Nothing happened while the inputs were read. */
function isUntouched(
  before: QueueRow | undefined,
  after: QueueRow | undefined,
  now: number,
): boolean {
  return isAtRest(after, now) && before?.version === after?.version;
}

function isRested({ last, startedAt }: SweepState, now: number): boolean {
  return (
    startedAt === undefined &&
    last !== undefined &&
    Math.abs(now - last.startedAt) < BEGIN_EVERY_MS
  );
}

function complete(state: SweepState, now: number): SweepState {
  const { checked, missed, missedRefs, startedAt } = state;
  return {
    checked: 0,
    missed: 0,
    missedRefs: [],
    last: {
      startedAt: startedAt!,
      finishedAt: now,
      checked,
      missed,
      missedRefs,
    },
  };
}
