import {
  AUDIT_STATES,
  quarterOf,
  type ListAuditsRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { knownIn, listIn } from '../../useAddressQuery';

/** Whose audits are shown: those of the reader's teams, of the reader's boards, or all. */
export const AUDIT_VIEWS = ['teams', 'boards'] as const;

/** @see AUDIT_VIEWS */
export type AuditView = (typeof AUDIT_VIEWS)[number];

/** What the reader chose; all of it is in the address. */
export type AuditQuery = Pick<
  ListAuditsRequest,
  'board' | 'domain' | 'entity' | 'quarter' | 'state'
> & { view?: AuditView };

/** Reads the address; what it does not know is left out rather than sent on. */
export function readAuditQuery(params: URLSearchParams): AuditQuery {
  return {
    view: knownIn(params, 'view', AUDIT_VIEWS)?.[0],
    state: knownIn(params, 'state', AUDIT_STATES),
    domain: listIn(params, 'domain'),
    quarter: listIn(params, 'quarter'),
    board: listIn(params, 'board'),
    entity: listIn(params, 'entity'),
  };
}

/** The quarter of an instant and those before it, the latest first. */
export function quartersUpTo(now: number, count: number): string[] {
  const quarters: string[] = [];
  let at = now;
  while (quarters.length < count) {
    const { from, name } = quarterOf(at);
    quarters.push(name);
    at = from - 1;
  }
  return quarters;
}
