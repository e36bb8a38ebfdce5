import {
  diffPolicies,
  type MoveCounts,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Claims, messageOf, type Clock } from '../../../database';
import type { EntityIndexStore } from '../../../entities';
import type { EvaluationInputsOptions } from '../../../evaluation';
import type { PolicyRegistry } from '../../registry';
import {
  countInScope,
  SIMULATIONS_TABLE,
  unbegun,
  type SimulationRow,
} from '../jobs';
import { MOVES_TABLE } from '../moveRows';
import { evaluateChunk, type EvaluatedChunk } from './evaluateChunk';
import { inputsOf } from './inputsOf';
import { SimulationPolicies } from './SimulationPolicies';

/** For how long a simulation is a worker's, in milliseconds. A chunk takes some tenths of a second. */
export const LEASE_MS = 30_000;
/** What a process that dies leaves undone; and what it reads in one go must not keep the process for long. */
const CHUNK = 60;
const FIRST_PAUSE_MS = 1_000;
/** Whatever was tried that often does not come right by itself. */
const MOST_ATTEMPTS = 5;
const MOST_RESTARTS = 1;
const NEVER_FINISHED =
  'it was taken again and again and never finished, as if it ended the process';

/**
 * @internal
 */
export interface SimulationWorkerOptions
  extends Omit<EvaluationInputsOptions, 'index' | 'policies'> {
  /** Entities that are read and evaluated in one go; 60 unless told. */
  chunk?: number;
  clock: Clock;
  index: Pick<EntityIndexStore, 'hasSettled' | 'readScoped'>;
  logger: LoggerService;
  policies: PolicyRegistry;
}

/**
 * Tries drafts on all entities, a chunk at a time.
 *
 * @remarks
 *
 * What comes of a chunk is written in the transaction that says how far the simulation got, and only while it is
 * still this process's. So a process that dies loses one chunk, another one goes on after the lease, and no entity
 * is counted twice. In between a simulation is nobody's: several take turns, and so do replicas.
 *
 * @internal
 */
export class SimulationWorker {
  readonly #claims: Claims<SimulationRow>;
  readonly #compared: SimulationPolicies;
  readonly #options: SimulationWorkerOptions;

  static create(options: SimulationWorkerOptions): SimulationWorker {
    return new SimulationWorker(options);
  }

  private constructor(options: SimulationWorkerOptions) {
    const { knex } = options;
    this.#options = options;
    this.#compared = SimulationPolicies.create(options);
    this.#claims = Claims.create({
      knex,
      table: SIMULATIONS_TABLE,
      key: 'id',
      lease: LEASE_MS,
      longest: 2 * LEASE_MS,
    });
  }

  /**
   * Does one chunk of the simulation that waits for longest.
   *
   * @returns how many simulations were taken
   */
  async work(): Promise<number> {
    const { clock, index } = this.#options;
    // Before the catalog was read, nobody knows which entities there are.
    if (!(await index.hasSettled())) {
      return 0;
    }
    const now = await clock.now();
    const [row] = await this.#claims.take(now, 1);
    if (!row) {
      return 0;
    }
    try {
      await this.#goOn(row, now);
    } catch (error) {
      await this.#putOff(row, error);
    }
    return 1;
  }

  async #goOn(row: SimulationRow, now: number): Promise<void> {
    if (row.attempts > MOST_ATTEMPTS) {
      await this.#fail(row, row.message ?? NEVER_FINISHED);
      return;
    }
    try {
      if (await this.#isInForce(row.compared_with, now)) {
        await this.#doChunk(row);
      } else {
        await this.#startAgain(row, now);
      }
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      await this.#fail(row, messageOf(error));
    }
  }

  async #isInForce(version: string, now: number): Promise<boolean> {
    const { policies } = this.#options;
    await policies.follow(now);
    if (policies.current.policy.version !== version) {
      // Another process may have begun it with what was published a moment ago.
      await policies.refresh(now);
    }
    return policies.current.policy.version === version;
  }

  async #doChunk(row: SimulationRow): Promise<void> {
    const { chunk: size = CHUNK } = this.#options;
    const compared = await this.#compared.of(row);
    const entityRefs = await this.#nextRefs(row.cursor, size);
    const asOf = Number(row.as_of);
    const inputs = inputsOf(this.#options, compared);
    const loaded = await inputs.load(entityRefs, asOf);
    const chunk = await evaluateChunk({
      asOf,
      compared,
      entityRefs,
      loaded,
      simulationId: row.id,
    });
    await this.#write(row, chunk, entityRefs, entityRefs.length < size);
  }

  async #write(
    row: SimulationRow,
    { atOnce, failed, moves, reason, settled }: EvaluatedChunk,
    entityRefs: readonly string[],
    isLast: boolean,
  ): Promise<void> {
    const { clock, knex } = this.#options;
    const now = await clock.now();
    const done = row.done + entityRefs.length;
    await knex.transaction(async trx => {
      if ((await this.#claims.hold(trx, [row])).length === 0) {
        return;
      }
      if (moves.length > 0) {
        await trx(MOVES_TABLE).insert(moves);
      }
      await trx<SimulationRow>(SIMULATIONS_TABLE)
        .where('id', row.id)
        .update({
          state: isLast ? 'done' : 'running',
          cursor: entityRefs.at(-1) ?? row.cursor,
          done,
          total: isLast ? done : Math.max(row.total, done),
          failed: row.failed + failed,
          failed_reason: row.failed_reason ?? reason ?? null,
          at_once: sum(row.at_once, atOnce),
          settled: sum(row.settled, settled),
          finished_at: isLast ? now : null,
          message: null,
          // Whoever waits for longer comes first.
          due_at: isLast ? null : now,
          ticket: null,
          attempts: 0,
        });
    });
  }

  /** What was compared with the former policy tells nothing of the present one. */
  async #startAgain(row: SimulationRow, now: number): Promise<void> {
    const { knex, policies } = this.#options;
    if (row.restarts >= MOST_RESTARTS) {
      await this.#fail(
        row,
        'the policy in force changed more than once while it ran: try again',
      );
      return;
    }
    const { policy: current } = policies.current;
    const { draft } = await this.#compared.of(row);
    const total = await countInScope(knex);
    await knex.transaction(async trx => {
      if ((await this.#claims.hold(trx, [row])).length === 0) {
        return;
      }
      await trx(MOVES_TABLE).where('simulation_id', row.id).delete();
      await trx<SimulationRow>(SIMULATIONS_TABLE)
        .where('id', row.id)
        .update({
          ...unbegun(),
          state: 'queued',
          as_of: now,
          compared_with: current.version,
          changes: JSON.stringify(diffPolicies(current, draft)),
          total,
          restarts: row.restarts + 1,
          due_at: now,
          ticket: null,
          attempts: 0,
        });
    });
  }

  async #nextRefs(cursor: string | null, limit: number): Promise<string[]> {
    const query = this.#options
      .knex('entities')
      .where('in_scope', true)
      .orderBy('entity_ref')
      .limit(limit)
      .select('entity_ref');
    if (cursor !== null) {
      query.where('entity_ref', '>', cursor);
    }
    const rows = await query;
    return rows.map(({ entity_ref }) => entity_ref);
  }

  async #putOff(row: SimulationRow, error: unknown): Promise<void> {
    const { clock, logger } = this.#options;
    const message = messageOf(error);
    logger.warn(`Simulation ${row.id} is tried again: ${message}`);
    const pause = FIRST_PAUSE_MS * 2 ** row.attempts;
    await this.#claims.putOff([row], (await clock.now()) + pause, { message });
  }

  async #fail(row: SimulationRow, message: string): Promise<void> {
    const { clock, knex, logger } = this.#options;
    const now = await clock.now();
    await knex.transaction(async trx => {
      const own = await this.#claims.hold(trx, [row]);
      await this.#claims.finish(trx, own, {
        state: 'failed',
        finished_at: now,
        message,
      });
    });
    logger.warn(`Simulation ${row.id} of ${row.created_by} failed: ${message}`);
  }
}

function sum(stored: string, more: MoveCounts): string {
  const counts: MoveCounts = JSON.parse(stored);
  for (const key of Object.keys(more) as (keyof MoveCounts)[]) {
    counts[key] += more[key];
  }
  return JSON.stringify(counts);
}
