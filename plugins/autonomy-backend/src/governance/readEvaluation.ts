import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { evaluatedEntities } from '../evaluation/reading/evaluatedEntities';

/**
 * How an entity in scope stands, as it is stored.
 *
 * @returns undefined before the first evaluation
 * @internal
 */
export async function readEvaluation(
  knex: Knex,
  entityRef: string,
): Promise<Evaluation | undefined> {
  const row = await evaluatedEntities(knex)
    .where('evaluations.entity_ref', entityRef)
    .first('evaluations.body');
  return row && JSON.parse(row.body);
}
