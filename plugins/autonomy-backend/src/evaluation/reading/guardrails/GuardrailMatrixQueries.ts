import type { Knex } from 'knex';
import { inTurns } from '../../../tasks/inTurns';
import { entitiesInContext } from '../evaluatedEntities';
import type { ListFilter } from '../list/ListQuery';
import { whereFilter } from '../list/whereFilter';
import type { EvaluationShapes } from '../shapes';
import { GuardrailTally } from './GuardrailTally';

/** Most often there are few; where everybody breaches something else, as many as entities. */
const ROWS_PER_TURN = 500;

const COLUMNS = [
  'entity_context.domain_ref',
  'evaluations.shape_id',
  'evaluations.guardrail_states',
];

/**
 * The read model of guardrails.
 *
 * @internal
 */
export class GuardrailMatrixQueries {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;

  static create(options: {
    knex: Knex;
    shapes: EvaluationShapes;
  }): GuardrailMatrixQueries {
    return new GuardrailMatrixQueries(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /** The database counts those together of which the same is true. */
  async read(filter: ListFilter): Promise<GuardrailTally> {
    const query = entitiesInContext(this.#knex);
    await whereFilter(query, filter, this.#shapes);
    const rows = await query
      .groupBy(COLUMNS)
      .select(COLUMNS)
      .count('* as entities');
    const shapes = await this.#shapes.of(
      rows.flatMap((row: any) => row.shape_id ?? []),
    );
    const tally = new GuardrailTally();
    for await (const row of inTurns<any>(rows, ROWS_PER_TURN)) {
      tally.add({
        domainRef: row.domain_ref ?? undefined,
        entities: Number(row.entities),
        // A result of an earlier version has none.
        guardrails: shapes.get(row.shape_id)?.guardrails ?? [],
        letters: row.guardrail_states ?? '',
      });
    }
    return tally;
  }
}
