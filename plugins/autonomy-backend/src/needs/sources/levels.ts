import type {
  AutonomyLevel,
  CompiledPolicy,
  Need,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { entityOf, policyOf, withEntity } from '../needRows';
import type { FoundNeeds, NeedsSource } from '../NeedsSource';
import { readSome } from '../readSome';

/**
 * Levels that are at risk, or held for the first time.
 *
 * @internal
 */
export function levelNeeds(options: {
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex, policy } = options;

  return async ({ limit, scope }) => {
    const among = (refs: Knex.QueryBuilder) =>
      withEntity(
        knex('evaluations').whereIn('evaluations.entity_ref', refs),
        'evaluations.entity_ref',
      ).select('evaluations.level', 'evaluations.at_risk_since');
    const find = async (
      kind: Need['kind'],
      query: Knex.QueryBuilder,
      more: (row: any) => Pick<Need, 'as' | 'dueAt' | 'level' | 'open'>,
    ): Promise<FoundNeeds> => {
      const { count, rows } = await readSome(query, limit);
      const items = rows.map(row => ({
        kind,
        entity: entityOf(row),
        ...more(row),
      }));
      return { kind, count, items };
    };

    return Promise.all([
      find(
        'level-at-risk',
        // Where it is held again there is nothing to do but wait.
        among(scope.owned())
          .whereNotNull('evaluations.at_risk_since')
          .whereRaw('evaluations.eligible_level < evaluations.level')
          .orderBy(['evaluations.at_risk_since', 'evaluations.entity_ref']),
        row => ({
          as: 'owner',
          level: row.level,
          dueAt:
            Number(row.at_risk_since) +
            policyOf(row, policy).ladder.demotionGrace,
        }),
      ),
      find(
        'next-level',
        among(scope.owned())
          .whereNull('evaluations.proposed_level')
          .whereRaw('evaluations.eligible_level > evaluations.level')
          .orderBy('evaluations.entity_ref'),
        row => ({
          as: 'owner',
          level: (row.level + 1) as AutonomyLevel,
          open: 0,
        }),
      ),
    ]);
  };
}
