import type { Knex } from 'knex';
import { appliesTo, checkKey, type CheckCounts } from './CheckCounts';

/** Of the organisation; of a domain it is its ref. */
const ORGANISATION = '';

/**
 * What a check came to at the end of a day, `YYYY-MM-DD` of UTC.
 *
 * @internal
 */
export interface CheckDay extends CheckCounts {
  day: string;
}

/**
 * How checks fared day by day.
 *
 * @internal
 */
export class CheckDaysQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): CheckDaysQueries {
    return new CheckDaysQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The days on which a check applied to anything, in the order of time, by {@link checkKey}.
   *
   * @param options - `domains`: only these, together; the whole organisation unless told; `first`: the first day
   */
  async read(options: {
    domains?: readonly string[];
    first: string;
  }): Promise<ReadonlyMap<string, CheckDay[]>> {
    const rows: any[] = await this.#knex('check_days')
      .whereIn('domain_ref', options.domains ?? [ORGANISATION])
      .where('day', '>=', options.first)
      .groupBy('day', 'role', 'check_id')
      .orderBy('day')
      .select('day', 'role', 'check_id')
      .sum({
        pass: 'pass',
        fail: 'fail',
        unknown: 'unknown',
        exempt: 'exempt',
      });
    const days = new Map<string, CheckDay[]>();
    for (const { check_id: id, day, role, ...sums } of rows) {
      const counts: CheckDay = {
        day,
        pass: Number(sums.pass),
        fail: Number(sums.fail),
        unknown: Number(sums.unknown),
        exempt: Number(sums.exempt),
      };
      if (appliesTo(counts) > 0) {
        const key = checkKey(role, id);
        days.set(key, [...(days.get(key) ?? []), counts]);
      }
    }
    return days;
  }
}
