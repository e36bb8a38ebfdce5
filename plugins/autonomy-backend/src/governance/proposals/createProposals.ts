import {
  AuthorizedProposalService,
  type ProposalServiceOptions,
} from './AuthorizedProposalService';
import { Ballots, type BallotsOptions } from './Ballots';
import { BoardSeats } from './BoardSeats';
import { DatabaseProposals } from './DatabaseProposals';
import { MatterHandlers } from './MatterHandlers';
import { ProposalAppeals } from './ProposalAppeals';
import { ProposalDesk, type ProposalDeskOptions } from './ProposalDesk';
import { ProposalQueries } from './ProposalQueries';
import type { ProposalService } from './ProposalService';
import { ProposalViews, type ProposalViewsOptions } from './ProposalViews';
import { ProposalWithdrawals } from './ProposalWithdrawals';

/**
 * The desk of all boards; matters are registered with it.
 *
 * @internal
 */
export function createProposalDesk(
  options: Omit<ProposalDeskOptions, 'ballots' | 'handlers' | 'proposals'> &
    Pick<BallotsOptions, 'centralBoard'>,
): ProposalDesk {
  const handlers = MatterHandlers.create();
  const seats = BoardSeats.create(options);
  return ProposalDesk.create({
    ...options,
    ballots: Ballots.create({ ...options, handlers, seats }),
    handlers,
    proposals: DatabaseProposals.create(options),
  });
}

/**
 * What reads proposals and lets people vote on them.
 *
 * @internal
 */
export function createProposals(
  options: Omit<
    ProposalServiceOptions,
    'appeals' | 'queries' | 'views' | 'withdrawals'
  > &
    Omit<ProposalViewsOptions, 'proposals' | 'queries'> &
    Pick<ProposalDeskOptions, 'knex'>,
): {
  queries: ProposalQueries;
  service: ProposalService;
  views: ProposalViews;
} {
  const queries = ProposalQueries.create(options);
  const views = ProposalViews.create({
    ...options,
    proposals: DatabaseProposals.create(options),
    queries,
  });
  const service = AuthorizedProposalService.create({
    ...options,
    appeals: ProposalAppeals.create({ ...options, views }),
    queries,
    views,
    withdrawals: ProposalWithdrawals.create(options),
  });
  return { queries, service, views };
}
