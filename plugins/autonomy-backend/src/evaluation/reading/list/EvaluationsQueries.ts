import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { entitiesInContext, evaluatedEntities } from '../evaluatedEntities';
import type { EvaluationShapes } from '../shapes';
import { LargeTotals } from './LargeTotals';
import type { ListedEntity, ListFilter, ListStretch } from './ListQuery';
import { sortOf } from './sorting';
import { SUMMARY_COLUMNS, toSummary } from './summaryRow';
import { needsContext, whereFilter } from './whereFilter';

/**
 * The read model of results: lists in one query over narrow columns, single ones as stored.
 *
 * @internal
 */
export class EvaluationsQueries {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;
  readonly #totals = new LargeTotals();

  static create(options: {
    knex: Knex;
    shapes: EvaluationShapes;
  }): EvaluationsQueries {
    return new EvaluationsQueries(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /** Whether there is a result to show. */
  async has(entityRef: string): Promise<boolean> {
    const row = await this.#one(entityRef).first('evaluations.entity_ref');
    return row !== undefined;
  }

  async readBody(entityRef: string): Promise<string | undefined> {
    const row = await this.#one(entityRef).first('evaluations.body');
    return row?.body;
  }

  /** How many there are; a large number may be ten seconds old. */
  async count(filter: ListFilter): Promise<number> {
    const query = needsContext(filter)
      ? entitiesInContext(this.#knex)
      : evaluatedEntities(this.#knex);
    await whereFilter(query, filter, this.#shapes);
    return this.#totals.of(query);
  }

  /** Rows beyond a position (keyset paging: as quick on the last page as on the first). */
  async list(stretch: ListStretch): Promise<ListedEntity[]> {
    const { backwards, filter, from, limit, order, skip = 0 } = stretch;
    const { ref, value } = sortOf(order);
    const isUp = (order.direction === 'asc') !== backwards;

    const query = entitiesInContext(this.#knex);
    await whereFilter(query, filter, this.#shapes);
    if (from) {
      query.whereRaw(`(${value}, ${ref}) ${isUp ? '>' : '<'} (?, ?)`, [
        from.value,
        from.entityRef,
      ]);
    }
    const direction = isUp ? 'asc' : 'desc';
    const rows = await query
      .select(...SUMMARY_COLUMNS, this.#knex.raw(`${value} as sort_value`))
      .orderByRaw(`${value} ${direction}, ${ref} ${direction}`)
      .offset(skip)
      .limit(limit);
    const shapes = await this.#shapesOf(rows);
    return rows.map((row: any) => ({
      summary: toSummary(row, shapes.get(row.shape_id)),
      position: { value: row.sort_value, entityRef: row.entity_ref },
    }));
  }

  /** The rows of some entities, in no order. */
  async read(filter: ListFilter): Promise<AutonomyEntitySummary[]> {
    const query = entitiesInContext(this.#knex);
    await whereFilter(query, filter, this.#shapes);
    const rows = await query.select(...SUMMARY_COLUMNS);
    const shapes = await this.#shapesOf(rows);
    return rows.map((row: any) => toSummary(row, shapes.get(row.shape_id)));
  }

  #one(entityRef: string): Knex.QueryBuilder {
    return entitiesInContext(this.#knex).where(
      'evaluations.entity_ref',
      entityRef,
    );
  }

  #shapesOf(rows: readonly { shape_id: string | null }[]) {
    return this.#shapes.of(rows.flatMap(row => row.shape_id ?? []));
  }
}
