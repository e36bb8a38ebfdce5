import type { NoticesStore } from '../../announcements';
import type { EvaluationsReader, ReadScopes } from '../../evaluation/reading';
import { AuditDesk, type AuditDeskOptions } from './AuditDesk';
import { AuditQueries } from './AuditQueries';
import { AuditRound, type AuditRoundOptions } from './AuditRound';
import { AuditSeats, type AuditSeatsOptions } from './AuditSeats';
import type { AuditService } from './AuditService';
import { AuditTelling } from './AuditTelling';
import { AuditView, type AuditViewOptions } from './AuditView';
import { AuthorizedAuditService } from './AuthorizedAuditService';
import { DatabaseAudits } from './DatabaseAudits';

/**
 * @internal
 */
export type AuditsOptions = Omit<AuditDeskOptions, 'audits' | 'telling'> &
  Omit<AuditSeatsOptions, 'queries'> &
  Omit<AuditViewOptions, 'boardsDecide'> & {
    /** Who decides where no domain's board does. */
    centralBoard?: string;
    evaluations: Pick<EvaluationsReader, 'get'>;
    notices: Pick<NoticesStore, 'add'>;
    scopes: ReadScopes;
  };

/**
 * Puts together what holds trust audits.
 *
 * @internal
 */
export function createAudits(options: AuditsOptions): AuditService {
  const { boards, knex } = options;
  const audits = DatabaseAudits.create({ knex });
  const queries = AuditQueries.create({ audits, knex });
  return AuthorizedAuditService.create({
    ...options,
    desk: AuditDesk.create({
      ...options,
      audits,
      telling: AuditTelling.create(options),
    }),
    queries,
    seats: AuditSeats.create({ ...options, queries }),
    view: AuditView.create({ ...options, boardsDecide: boards.decides }),
  });
}

/**
 * What opens audits without anybody asking; it needs nobody's credentials, and so is there before requests are
 * answered.
 *
 * @internal
 */
export function createAuditRound(
  options: Omit<AuditRoundOptions, 'audits' | 'telling'> &
    Parameters<typeof AuditTelling.create>[0],
): AuditRound {
  return AuditRound.create({
    ...options,
    audits: DatabaseAudits.create(options),
    telling: AuditTelling.create(options),
  });
}
