import type { Knex } from 'knex';
import { DELETE_VANISHED, WRITE_DIFFERENT } from './rollUpSql';

/**
 * What a roll-up came to.
 *
 * @internal
 */
export interface RollUpOutcome {
  /** `YYYY-MM-DD`, of UTC. */
  day: string;
  /** Rows that are new or different. */
  written: number;
  /** Rows of groups that are no more. */
  deleted: number;
}

/**
 * How many entities stand where, by day: in the organisation, and in each domain and system and of each owner.
 *
 * @remarks
 *
 * The day that has begun is written again and again, and only where it differs; the last time stands. The
 * database counts by itself, of one state of its tables, so that all groups agree with each other.
 *
 * @internal
 */
export class DailyRollUps {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DailyRollUps {
    return new DailyRollUps(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Brings the rows of the current day up to date.
   *
   * @param now - UTC milliseconds
   */
  async write(now: number): Promise<RollUpOutcome> {
    const day = new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length);
    return this.#knex.transaction(async trx => ({
      day,
      written: rowsOf(await trx.raw(WRITE_DIFFERENT, [day, day])),
      deleted: rowsOf(await trx.raw(DELETE_VANISHED, [day])),
    }));
  }
}

/** PostgreSQL and SQLite tell it in words of their own. */
function rowsOf(result: { rowCount?: number; changes?: number }): number {
  return result.rowCount ?? result.changes ?? 0;
}
