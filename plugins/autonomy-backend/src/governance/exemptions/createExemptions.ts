import type { Knex } from 'knex';
import { NoticesStore } from '../../announcements';
import type { MatterHandler, ProposalDesk } from '../proposals';
import {
  AuthorizedExemptionService,
  type ExemptionServiceOptions,
} from './AuthorizedExemptionService';
import { DatabaseExemptionRequests } from './DatabaseExemptionRequests';
import { ExemptionAdoption } from './ExemptionAdoption';
import {
  DatabaseExemptionDebtReader,
  type ExemptionDebtReader,
} from './ExemptionDebtReader';
import { ExemptionDesk, type ExemptionDeskOptions } from './ExemptionDesk';
import { ExemptionMatter } from './ExemptionMatter';
import { ExemptionProposals } from './ExemptionProposals';
import { ExemptionQueries } from './ExemptionQueries';
import {
  ExemptionRevocations,
  type ExemptionRevocationsOptions,
} from './ExemptionRevocations';
import type { ExemptionService } from './ExemptionService';
import { ExemptionStakesReader } from './ExemptionStakesReader';

/**
 * @internal
 */
export interface ExemptionsOptions
  extends Omit<
      ExemptionDeskOptions,
      'desk' | 'proposals' | 'queries' | 'requests'
    >,
    Omit<ExemptionServiceOptions, 'desk' | 'queries' | 'revocations'>,
    Omit<ExemptionRevocationsOptions, 'notices' | 'queries'> {
  desk: ProposalDesk;
  knex: Knex;
}

/**
 * What there is about exemptions.
 *
 * @internal
 */
export interface Exemptions {
  /** Opens proposals for requests from before; to be run from time to time. */
  adoption: ExemptionAdoption;
  debts: ExemptionDebtReader;
  /** To be registered with the desk of proposals. */
  handlers: MatterHandler[];
  service: ExemptionService;
}

/**
 * Puts together what shows exemptions, takes requests for them and makes decisions about them true.
 *
 * @internal
 */
export function createExemptions(options: ExemptionsOptions): Exemptions {
  const { knex, policy } = options;
  const debts = DatabaseExemptionDebtReader.create(options);
  const stakes = ExemptionStakesReader.create({ debts, policy });
  const queries = ExemptionQueries.create({
    knex,
    maxDuration: () => policy.policy.exemptions.maxDuration,
  });
  const requests = DatabaseExemptionRequests.create({ knex });
  const proposals = ExemptionProposals.create({ ...options, stakes });
  const shared = { ...options, proposals, queries, requests };
  return {
    adoption: ExemptionAdoption.create(shared),
    debts,
    handlers: [ExemptionMatter.create({ ...shared, stakes })],
    service: AuthorizedExemptionService.create({
      ...shared,
      desk: ExemptionDesk.create(shared),
      revocations: ExemptionRevocations.create({
        ...shared,
        notices: NoticesStore.create({ knex }),
      }),
    }),
  };
}
