import type {
  DailyFigures,
  SummaryGrouping,
  TrendKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { Clock } from '../../../database';
import { dayOf, daysBefore, type DailyFiguresQueries } from '../../../history';

const COMPARED_DAYS = 30;
/** Where nothing was counted on that day, one of the week before it serves. */
const OLDEST_DAYS = 37;

type GroupKey = string | number | null;

/**
 * What a summary shows of its groups besides figures of now.
 *
 * @internal
 */
export class SummaryContext {
  readonly #clock: Clock;
  readonly #days: DailyFiguresQueries;
  readonly #knex: Knex;

  static create(options: {
    clock: Clock;
    days: DailyFiguresQueries;
    knex: Knex;
  }): SummaryContext {
    return new SummaryContext(options);
  }

  private constructor(options: Parameters<typeof SummaryContext.create>[0]) {
    this.#clock = options.clock;
    this.#days = options.days;
    this.#knex = options.knex;
  }

  /** By ref; those that the index has no title of are left out. */
  async titlesOf(keys: readonly GroupKey[]): Promise<Map<string, string>> {
    const refs = keys.filter(key => typeof key === 'string');
    const rows = refs.length
      ? await this.#knex('entities')
          .whereIn('entity_ref', refs)
          .whereNotNull('title')
          .select('entity_ref', 'title')
      : [];
    return new Map(rows.map(row => [row.entity_ref, row.title]));
  }

  /**
   * What was counted about 30 days ago.
   *
   * @returns undefined where nothing was; groups by ref, which is empty for those without one
   */
  async figuresBefore(
    groupBy: SummaryGrouping,
    keys: readonly GroupKey[],
  ): Promise<
    | { organisation?: DailyFigures; groups: Map<string, DailyFigures> }
    | undefined
  > {
    const now = await this.#clock.now();
    const day = await this.#days.lastDay({
      first: dayOf(daysBefore(now, OLDEST_DAYS)),
      last: dayOf(daysBefore(now, COMPARED_DAYS)),
    });
    if (day === undefined) {
      return undefined;
    }
    const [all, groups] = await Promise.all([
      this.#days.onDay(day, 'organisation', ['']),
      this.#groupsOn(day, groupBy, keys),
    ]);
    return { organisation: all.get(''), groups };
  }

  /** Levels and tiers are not counted by day. */
  async #groupsOn(
    day: string,
    groupBy: SummaryGrouping,
    keys: readonly GroupKey[],
  ): Promise<Map<string, DailyFigures>> {
    if (groupBy === 'tier' || groupBy === 'level') {
      return new Map();
    }
    const kind: TrendKind = groupBy;
    const refs = keys.map(key => String(key ?? ''));
    return this.#days.onDay(day, kind, refs);
  }
}
