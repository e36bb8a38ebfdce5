import type { Knex } from 'knex';
import type { RetentionStep, StepOutcome } from '../RetentionStep';

/** Whoever wants one again starts one again. */
const KEPT_FOR = 30 * 86_400_000;
const DELETED_AT_ONCE = 200;

/**
 * Simulations that nothing was published with, the oldest first, with the moves of each. One that is begun with is not
 * shown any more.
 *
 * @internal
 */
export function simulations(): RetentionStep {
  return {
    name: 'simulations',
    async run(trx, { limit, now }) {
      const spent = await nextSpent(trx, now - KEPT_FOR);
      if (spent === undefined) {
        return { deleted: 0 };
      }
      await trx('simulations').where('id', spent).update({ expired: true });
      return deletePart(trx, spent, limit);
    },
  };
}

async function nextSpent(
  trx: Knex.Transaction,
  before: number,
): Promise<string | undefined> {
  const row = await trx('simulations')
    .where('created_at', '<', before)
    .whereNull('due_at')
    .whereNotExists(
      trx('policy_versions')
        .select(trx.raw('1'))
        .whereRaw('policy_versions.simulation_id = simulations.id'),
    )
    .orderBy(['created_at', 'id'])
    .first('id');
  return row?.id;
}

async function deletePart(
  trx: Knex.Transaction,
  id: string,
  limit: number,
): Promise<StepOutcome> {
  let deleted = 0;
  while (deleted < limit) {
    const moves = await trx('simulation_moves')
      .where('simulation_id', id)
      .orderBy('entity_ref')
      .limit(Math.min(DELETED_AT_ONCE, limit - deleted))
      .select('entity_ref');
    if (moves.length === 0) {
      deleted += await trx('simulations').where('id', id).delete();
      break;
    }
    deleted += await trx('simulation_moves')
      .where('simulation_id', id)
      .whereIn(
        'entity_ref',
        moves.map(({ entity_ref }) => entity_ref),
      )
      .delete();
  }
  // The oldest is found again, whatever is left of it.
  return { deleted, next: [id] };
}
