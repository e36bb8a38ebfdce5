import type { Knex } from 'knex';
import { NoticesStore } from '../../announcements';
import {
  AuthorizedExemptionService,
  type ExemptionServiceOptions,
} from './AuthorizedExemptionService';
import { DatabaseExemptionRequests } from './DatabaseExemptionRequests';
import { ExemptionDesk, type ExemptionDeskOptions } from './ExemptionDesk';
import { ExemptionQueries } from './ExemptionQueries';
import type { ExemptionService } from './ExemptionService';

/**
 * Puts together what shows exemptions and takes requests for them.
 *
 * @internal
 */
export function createExemptionService(
  options: Omit<ExemptionDeskOptions, 'notices' | 'queries' | 'requests'> &
    Omit<ExemptionServiceOptions, 'desk' | 'queries'> & { knex: Knex },
): ExemptionService {
  const { knex, policy } = options;
  const queries = ExemptionQueries.create({
    knex,
    maxDuration: () => policy.policy.exemptions.maxDuration,
  });
  const requests = DatabaseExemptionRequests.create({ knex });
  return AuthorizedExemptionService.create({
    ...options,
    desk: ExemptionDesk.create({
      ...options,
      notices: NoticesStore.create({ knex }),
      queries,
      requests,
    }),
    queries,
  });
}
