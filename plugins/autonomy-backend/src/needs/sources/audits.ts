import type {
  AuditSide,
  Need,
  NeedKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { auditsWaiting } from '../../governance/audits/auditsWaiting';
import { entityOf, withEntity } from '../needRows';
import type { FoundNeeds, NeedsQuestion, NeedsSource } from '../NeedsSource';
import { readSome } from '../readSome';

const SIDES: [AuditSide, NeedKind, Need['as']][] = [
  ['team', 'audit-unrated', 'owner'],
  ['board', 'audit-undecided', 'board'],
];

/**
 * Trust audits that the reader's side has to rate, or to settle. Whoever owns the entity is no board to it.
 *
 * @internal
 */
export function auditNeeds(options: { knex: Knex }): NeedsSource {
  const { knex } = options;

  const waiting = ({ now, scope }: NeedsQuestion, side: AuditSide) => {
    const among = side === 'team' ? scope.owned() : scope.decided();
    const query = withEntity(
      auditsWaiting(knex, { side, among, now }),
      'audits.entity_ref',
    );
    return side === 'team'
      ? query
      : query.whereNotIn('audits.entity_ref', scope.owned());
  };

  return question =>
    Promise.all(
      SIDES.map(async ([side, kind, as]): Promise<FoundNeeds> => {
        const { count, rows } = await readSome(
          waiting(question, side),
          question.limit,
        );
        const items = rows.map(
          (row): Need => ({
            kind,
            as,
            entity: entityOf(row),
            ref: row.id,
            dueAt: Number(row.due_at),
          }),
        );
        return { kind, count, items };
      }),
    );
}
