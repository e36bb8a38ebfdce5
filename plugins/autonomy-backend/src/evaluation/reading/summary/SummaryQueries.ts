import type { SummaryGrouping } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { FigureRow } from '../../../history';
import { entitiesInContext } from '../evaluatedEntities';
import { whereFilter } from '../list/whereFilter';
import type { ListFilter } from '../list/ListQuery';
import type { EvaluationShapes } from '../shapes';
import { FIGURES, GROUP_KEYS, type BandColumn } from './figureColumns';

/**
 * Counts and sums of the entities of one group, or of all.
 *
 * @internal
 */
export type SummaryRow = FigureRow &
  Record<BandColumn, number | string> & {
    /** Null for those without one, and for all together. */
    group_key: string | number | null;
  };

/**
 * @internal
 */
export interface SummaryRows {
  /** The largest first. */
  groups: SummaryRow[];
  totals: SummaryRow;
  /** How many groups there are, those included that are not among the rows. */
  totalGroups: number;
}

/**
 * The read model of sums.
 *
 * @internal
 */
export class SummaryQueries {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;

  static create(options: {
    knex: Knex;
    shapes: EvaluationShapes;
  }): SummaryQueries {
    return new SummaryQueries(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /** Counts in one statement, so that the totals are those of the groups. */
  async read(
    filter: ListFilter,
    groupBy: SummaryGrouping,
    limit: number,
  ): Promise<SummaryRows> {
    const raw = (sql: string) => this.#knex.raw(sql);
    const columns = Object.keys(FIGURES);
    const entities = entitiesInContext(this.#knex);
    await whereFilter(entities, filter, this.#shapes);
    entities
      .select(raw(`${GROUP_KEYS[groupBy]} as group_key`))
      .select(
        Object.entries(FIGURES).map(([name, sql]) => raw(`${sql} as ${name}`)),
      )
      .groupByRaw(GROUP_KEYS[groupBy]);
    const largest = this.#knex('grouped')
      .select(raw("'group' as part"), raw('1 as group_count'), 'group_key')
      .select(columns)
      .orderBy('entities', 'desc')
      .orderBy('group_key')
      .limit(limit);
    const rows: (SummaryRow & { part: string; group_count: string })[] =
      await this.#knex
        .withMaterialized('grouped', entities)
        .withMaterialized('largest', largest)
        .select()
        .from('largest')
        .unionAll(
          this.#knex('grouped')
            .select(raw("'all'"), raw('count(*)'), raw('null'))
            .select(columns.map(name => raw(`coalesce(sum(${name}), 0)`))),
        );
    const totals = rows.find(({ part }) => part === 'all')!;
    return {
      groups: rows.filter(({ part }) => part === 'group').sort(bySize),
      totals,
      totalGroups: Number(totals.group_count),
    };
  }
}

/** Nothing promises the order of a union. */
function bySize(a: SummaryRow, b: SummaryRow): number {
  const [keyA, keyB] = [a, b].map(({ group_key: key }) => key ?? '');
  return Number(b.entities) - Number(a.entities) || (keyA < keyB ? -1 : 1);
}
