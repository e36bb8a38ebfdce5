import {
  ReadinessTally,
  type RollUpEntity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { whereAllVisible } from '../../../permissions';
import { inTurns } from '../../../tasks/inTurns';
import type { Shape } from '../../results';
import { entitiesInContext } from '../evaluatedEntities';
import { stateOf, type EvaluationShapes } from '../shapes';
import { whereBelongsTo } from './whereBelongsTo';

/** Most often there are few; where everybody lacks something else, as many as entities. */
const ROWS_PER_TURN = 500;

/**
 * The read model of readiness.
 *
 * @internal
 */
export class ReadinessQueries {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;

  static create(options: {
    knex: Knex;
    shapes: EvaluationShapes;
  }): ReadinessQueries {
    return new ReadinessQueries(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /**
   * How many entities pass what. The database counts those together of which the same is true.
   *
   * @param options - `visible`: all must hold; `owner`: only what belongs to it
   */
  async read(options: {
    visible: readonly PermissionCriteria<EntityFilter>[];
    owner?: string;
  }): Promise<ReadinessTally> {
    const query = entitiesInContext(this.#knex);
    whereAllVisible(query, options.visible);
    if (options.owner !== undefined) {
      whereBelongsTo(query, options.owner);
    }
    const columns = ['evaluations.shape_id', 'evaluations.readiness_states'];
    const rows = await query
      .groupBy(columns)
      .select(columns)
      .count('* as entities');
    const shapes = await this.#shapes.of(
      rows.flatMap((row: any) => row.shape_id ?? []),
    );
    const tally = new ReadinessTally();
    for await (const row of inTurns<any>(rows, ROWS_PER_TURN)) {
      tally.add({
        checks: checksOf(shapes.get(row.shape_id), row.readiness_states),
        count: Number(row.entities),
      });
    }
    return tally;
  }
}

function checksOf(
  shape: Shape | undefined,
  states: string | null,
): RollUpEntity['checks'] {
  return (shape?.readiness ?? []).map(({ id, section, title }, position) => ({
    id,
    title,
    section,
    state: stateOf(states?.[position] ?? ''),
  }));
}
