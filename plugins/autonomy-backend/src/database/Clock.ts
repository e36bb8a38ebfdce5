import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * The one source of "now", in UTC milliseconds.
 *
 * @remarks
 *
 * It is read once for a batch and handed down, so that everything in the batch agrees.
 *
 * @public
 */
export interface Clock {
  now(): Promise<number>;
}

/**
 * The clock of the database, which all replicas share.
 *
 * @internal
 */
export class DatabaseClock implements Clock {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseClock {
    return new DatabaseClock(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async now(): Promise<number> {
    const milliseconds = isPostgres(this.#knex)
      ? 'floor(extract(epoch from clock_timestamp()) * 1000)'
      : `cast(strftime('%s', 'now') as integer) * 1000
           + cast(substr(strftime('%f', 'now'), 4) as integer)`;
    const row = await this.#knex
      .select(this.#knex.raw(`${milliseconds} as now`))
      .first();
    return Number(row.now);
  }
}
