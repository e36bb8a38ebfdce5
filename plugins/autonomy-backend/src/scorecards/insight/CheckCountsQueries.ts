import type { Knex } from 'knex';
import { entitiesInContext } from '../../evaluation/reading/evaluatedEntities';
import type { ListFilter } from '../../evaluation/reading/list/ListQuery';
import { whereFilter } from '../../evaluation/reading/list/whereFilter';
import type { EvaluationShapes } from '../../evaluation/reading/shapes';
import { recordedExemptions } from '../../governance/exemptions/recordedExemptions';
import { inTurns } from '../../tasks/inTurns';
import { CheckTally } from './CheckTally';
import { letterCounts, type LetterCount } from './letterCounts';

/** Letters that are counted together: few enough that there are few different ones, as many as save work. */
const CUT = 4;
const ROWS_PER_TURN = 500;
/** Those of an exemption that are told of a check. */
const STATES = ['in-force', 'requested'] as const;

/**
 * Exemptions from one check.
 *
 * @internal
 */
export interface ExemptionCounts {
  inForce: number;
  requested: number;
}

/**
 * The read model of how checks fare.
 *
 * @internal
 */
export class CheckCountsQueries {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;

  static create(options: {
    knex: Knex;
    shapes: EvaluationShapes;
  }): CheckCountsQueries {
    return new CheckCountsQueries(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /** What the checks of some entities come to. */
  async read(filter: ListFilter): Promise<CheckTally> {
    const query = entitiesInContext(this.#knex);
    await whereFilter(query, filter, this.#shapes);
    const shapes = await this.#shapes.all();
    const rows: LetterCount[] = await letterCounts(this.#knex, query, {
      byDomain: false,
      cut: CUT,
      shapes,
    });
    const tally = new CheckTally();
    for await (const row of inTurns(rows, ROWS_PER_TURN)) {
      tally.add(row, shapes.get(row.shape_id ?? ''));
    }
    return tally;
  }

  /**
   * Exemptions of some entities that are in force, and requests that wait, by check.
   *
   * @param options - `maxDuration`: after which an exemption ends whatever it says, in milliseconds; `now`: UTC
   * milliseconds
   */
  async exemptions(
    filter: ListFilter,
    options: { maxDuration: number; now: number },
  ): Promise<ReadonlyMap<string, ExemptionCounts>> {
    const query = entitiesInContext(this.#knex)
      .join(
        recordedExemptions(this.#knex, options).as('recorded'),
        'recorded.entity_ref',
        'evaluations.entity_ref',
      )
      .whereIn('recorded.state', STATES);
    await whereFilter(query, filter, this.#shapes);
    const rows: any[] = await query
      .groupBy('recorded.check_id', 'recorded.state')
      .select('recorded.check_id', 'recorded.state')
      .count('* as exemptions');
    const counts = new Map<string, ExemptionCounts>();
    for (const { check_id: id, exemptions, state } of rows) {
      const { inForce = 0, requested = 0 } = counts.get(id) ?? {};
      counts.set(
        id,
        state === 'requested'
          ? { inForce, requested: Number(exemptions) }
          : { inForce: Number(exemptions), requested },
      );
    }
    return counts;
  }
}
