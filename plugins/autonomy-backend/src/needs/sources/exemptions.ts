import {
  EXEMPTION_RENEWABLE_MS,
  type CompiledPolicy,
  type Need,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { recordedExemptions } from '../../governance/exemptions/recordedExemptions';
import { entityOf, titleOf, withEntity } from '../needRows';
import type { NeedsQuestion, NeedsSource } from '../NeedsSource';
import { readSome } from '../readSome';

/**
 * Exemptions that end before long.
 *
 * @internal
 */
export function exemptionNeeds(options: {
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex, policy } = options;
  const kind = 'exemption-expiring';

  const among = (refs: Knex.QueryBuilder, now: number) =>
    withEntity(
      knex
        .from(
          recordedExemptions(knex, {
            maxDuration: policy.policy.exemptions.maxDuration,
            now,
          }).as('recorded'),
        )
        .whereIn('recorded.entity_ref', refs),
      'recorded.entity_ref',
    ).select('recorded.check_id', 'recorded.ends_at');

  /** Those for which nobody asked for more yet. */
  const expiring = ({ now, scope }: NeedsQuestion) =>
    among(scope.owned(), now)
      .where('recorded.state', 'in-force')
      .where('recorded.ends_at', '<=', now + EXEMPTION_RENEWABLE_MS)
      .whereNotExists(renewal =>
        renewal
          .from('exemption_requests as renewal')
          .select(knex.raw('1'))
          .whereRaw('renewal.entity_ref = recorded.entity_ref')
          .whereRaw('renewal.check_id = recorded.check_id')
          .whereNull('renewal.withdrawn_at')
          .whereNull('renewal.decided_at'),
      )
      .whereNotExists(later =>
        later
          .from('exemptions as later')
          .select(knex.raw('1'))
          .whereRaw('later.entity_ref = recorded.entity_ref')
          .whereRaw('later.check_id = recorded.check_id')
          .whereRaw('later.expires_at > recorded.ends_at')
          .whereRaw('later.id <> recorded.id')
          .whereNull('later.revoked_at'),
      )
      .orderBy(['recorded.ends_at', 'recorded.id']);

  return async question => {
    const { count, rows } = await readSome(expiring(question), question.limit);
    const items = rows.map(
      (row): Need => ({
        kind,
        as: 'owner',
        entity: entityOf(row),
        subject: titleOf(row.check_id, row, policy),
        dueAt: Number(row.ends_at),
      }),
    );
    return [{ kind, count, items }];
  };
}
