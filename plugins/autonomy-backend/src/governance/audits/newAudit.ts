import {
  quarterOf,
  type AuditCause,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createTimedId } from '../../attestations/createTimedId';
import { lapseOf } from './auditRows';
import type { StoredAudit } from './types';

/**
 * An audit that begins now.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function newAudit(
  of: Pick<
    StoredAudit,
    | 'boardRef'
    | 'domainRef'
    | 'dueAt'
    | 'entityRef'
    | 'openedBy'
    | 'predecessorId'
    | 'reason'
  > & { cause: AuditCause },
  now: number,
): StoredAudit {
  return {
    ...of,
    id: createTimedId(now),
    quarter: quarterOf(now).name,
    openedAt: now,
    lapsesAt: lapseOf(of.dueAt),
    state: 'rating',
    actions: [],
  };
}
