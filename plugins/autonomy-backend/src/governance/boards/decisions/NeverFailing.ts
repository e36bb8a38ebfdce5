import type { BoardStatistics } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { sortBy } from 'lodash';
import { entitiesInContext } from '../../../evaluation/reading/evaluatedEntities';
import type { EvaluationShapes } from '../../../evaluation/reading/shapes';
import { GUARDRAIL_LETTERS } from '../../../evaluation/results';
import type { BoardScope } from '../directory/BoardScopes';

const COLUMNS = ['evaluations.shape_id', 'evaluations.guardrail_states'];

/**
 * Guardrails that every entity of a board holds to today, without an exemption: perhaps nobody needs to ask for them.
 *
 * @internal
 */
export class NeverFailing {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;

  static create(options: {
    knex: Knex;
    shapes: EvaluationShapes;
  }): NeverFailing {
    return new NeverFailing(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /** By id of the check. */
  async read(
    scope: BoardScope,
    boardRef: string,
  ): Promise<NonNullable<BoardStatistics['neverFailing']>> {
    const rows: any[] = await entitiesInContext(this.#knex)
      .whereIn('evaluations.entity_ref', scope.ofBoard(boardRef))
      .whereNotNull('evaluations.shape_id')
      .groupBy(COLUMNS)
      .select(COLUMNS);
    const shapes = await this.#shapes.of(rows.map(row => row.shape_id));
    const held = new Map<string, string>();
    const notHeld = new Set<string>();
    for (const { guardrail_states: letters, shape_id: shape } of rows) {
      const { guardrails = [] } = shapes.get(shape) ?? {};
      guardrails.forEach(({ id, title }, position) => {
        held.set(id, title);
        if ((letters ?? '')[position] !== GUARDRAIL_LETTERS.ok) {
          notHeld.add(id);
        }
      });
    }
    return sortBy(
      [...held]
        .filter(([checkId]) => !notHeld.has(checkId))
        .map(([checkId, title]) => ({ checkId, title })),
      'checkId',
    );
  }
}
