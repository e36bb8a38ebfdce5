import type { Knex } from 'knex';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../database';
import type { EvaluationMarks } from './EvaluationMarks';
import { QUEUE_TABLE, type QueueRow } from './QueueRow';

const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 50;

/**
 * Has an entity evaluated at once, because somebody asks for it.
 *
 * @internal
 */
export class EvaluationRefresh {
  readonly #clock: Clock;
  readonly #knex: Knex;
  readonly #marks: EvaluationMarks;

  static create(options: {
    clock: Clock;
    knex: Knex;
    marks: EvaluationMarks;
  }): EvaluationRefresh {
    return new EvaluationRefresh(options.clock, options.knex, options.marks);
  }

  private constructor(clock: Clock, knex: Knex, marks: EvaluationMarks) {
    this.#clock = clock;
    this.#knex = knex;
    this.#marks = marks;
  }

  /**
   * @returns whether it was evaluated within five seconds; if not, it will be
   */
  async refresh(entityRef: string): Promise<boolean> {
    const now = await this.#clock.now();
    const version = await this.#knex.transaction(async trx => {
      await this.#marks.mark(trx, [entityRef], now);
      const row = await trx<QueueRow>(QUEUE_TABLE)
        .where('entity_ref', entityRef)
        .first('version');
      return Number(row?.version);
    });
    for (let waited = 0; waited < WAIT_MS; waited += LOOK_EVERY_MS) {
      await pause(LOOK_EVERY_MS);
      const row = await this.#knex<QueueRow>(QUEUE_TABLE)
        .where('entity_ref', entityRef)
        .first('evaluated_version');
      if (Number(row?.evaluated_version) >= version) {
        return true;
      }
    }
    return false;
  }
}
