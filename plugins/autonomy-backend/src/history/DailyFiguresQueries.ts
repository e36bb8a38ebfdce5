import type {
  DailyFigures,
  TrendKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { toDailyFigures, type DailyRow } from './figures';

const TABLE = 'daily_roll_ups';

/**
 * What was counted day by day. Days are `YYYY-MM-DD`, of UTC; the ref of those without one, and of the
 * organisation, is empty.
 *
 * @internal
 */
export class DailyFiguresQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DailyFiguresQueries {
    return new DailyFiguresQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The days of one group, in the order of time. */
  async series(
    group: { kind: TrendKind; ref: string },
    days: { first: string; last: string },
  ): Promise<DailyFigures[]> {
    const rows: DailyRow[] = await this.#knex(TABLE)
      .where(group)
      .whereBetween('day', [days.first, days.last])
      .orderBy('day')
      .select();
    return rows.map(toDailyFigures);
  }

  /** The last day on which anything was counted; undefined where there is none in the period. */
  async lastDay(days: {
    first: string;
    last: string;
  }): Promise<string | undefined> {
    const row = await this.#knex(TABLE)
      .where({ kind: 'organisation', ref: '' })
      .whereBetween('day', [days.first, days.last])
      .max('day as day')
      .first();
    return row?.day ?? undefined;
  }

  /** Groups of one kind on one day, by ref. */
  async onDay(
    day: string,
    kind: TrendKind,
    refs: readonly string[],
  ): Promise<Map<string, DailyFigures>> {
    const rows: DailyRow[] = await this.#knex(TABLE)
      .where({ day, kind })
      .whereIn('ref', refs)
      .select();
    return new Map(rows.map(row => [row.ref, toDailyFigures(row)]));
  }
}
