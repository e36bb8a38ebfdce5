import type {
  CompiledPolicy,
  Need,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { entityOf, titleOf, withEntity } from '../needRows';
import type { NeedsSource } from '../NeedsSource';
import { readSome } from '../readSome';

const EXPIRING_MS = 14 * 86_400_000;

/**
 * Answers in force that end before long.
 *
 * @internal
 */
export function attestationNeeds(options: {
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex, policy } = options;
  const kind = 'attestation-expiring';

  return async ({ limit, now, scope }) => {
    const query = withEntity(
      knex('attestations as answer').whereIn(
        'answer.entity_ref',
        scope.owned(),
      ),
      'answer.entity_ref',
    )
      .select('answer.check_id', 'answer.expires_at')
      .whereNull('answer.withdrawn_at')
      .where('answer.expires_at', '>', now)
      .where('answer.expires_at', '<=', now + EXPIRING_MS)
      .whereNotExists(later =>
        later
          .from('attestations as later')
          .select(knex.raw('1'))
          .whereRaw('later.entity_ref = answer.entity_ref')
          .whereRaw('later.check_id = answer.check_id')
          .whereRaw('later.sequence > answer.sequence'),
      )
      .orderBy(['answer.expires_at', 'answer.id']);
    const { count, rows } = await readSome(query, limit);
    const items = rows.map(
      (row): Need => ({
        kind,
        as: 'owner',
        entity: entityOf(row),
        subject: titleOf(row.check_id, row, policy),
        dueAt: Number(row.expires_at),
      }),
    );
    return [{ kind, count, items }];
  };
}
