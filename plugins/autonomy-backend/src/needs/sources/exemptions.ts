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
 * Exemptions that end before long, and requests that wait for a board.
 *
 * @internal
 */
export function exemptionNeeds(options: {
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex, policy } = options;

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
    const { limit, now, scope } = question;
    const [ending, undecided] = await Promise.all([
      readSome(expiring(question), limit),
      readSome(
        among(scope.decided(), now)
          .where('recorded.state', 'requested')
          .orderBy(['recorded.requested_at', 'recorded.id']),
        limit,
      ),
    ]);
    const needOf = (row: any) => ({
      entity: entityOf(row),
      subject: titleOf(row.check_id, row, policy),
    });
    return [
      {
        kind: 'exemption-expiring',
        count: ending.count,
        items: ending.rows.map(
          (row): Need => ({
            ...needOf(row),
            kind: 'exemption-expiring',
            as: 'owner',
            dueAt: Number(row.ends_at),
          }),
        ),
      },
      {
        kind: 'exemption-undecided',
        count: undecided.count,
        items: undecided.rows.map(
          (row): Need => ({
            ...needOf(row),
            kind: 'exemption-undecided',
            as: 'board',
          }),
        ),
      },
    ];
  };
}
