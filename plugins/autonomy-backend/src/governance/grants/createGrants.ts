import type { Knex } from 'knex';
import { NoticesStore } from '../../announcements';
import type { MatterHandler, ProposalDesk } from '../proposals';
import {
  AuthorizedGrantService,
  type GrantServiceOptions,
} from './AuthorizedGrantService';
import { DatabaseGrants } from './DatabaseGrants';
import { GrantDesk, type GrantDeskOptions } from './GrantDesk';
import { GrantMatter } from './GrantMatter';
import { GrantQueries } from './GrantQueries';
import {
  GrantRevocations,
  type GrantRevocationsOptions,
} from './GrantRevocations';
import type { GrantService } from './GrantService';
import { GrantViews, type GrantViewsOptions } from './GrantViews';

/**
 * @internal
 */
export interface GrantsOptions
  extends Omit<GrantDeskOptions, 'desk' | 'grants' | 'queries'>,
    Omit<GrantServiceOptions, 'desk' | 'queries' | 'revocations' | 'views'>,
    Omit<GrantRevocationsOptions, 'desk' | 'grants' | 'notices'>,
    GrantViewsOptions {
  desk: ProposalDesk;
  knex: Knex;
}

/**
 * What there is about grants.
 *
 * @internal
 */
export interface Grants {
  /** To be registered with the desk of proposals. */
  handlers: MatterHandler[];
  queries: GrantQueries;
  service: GrantService;
  /** Grants as a reader sees them. */
  views: GrantViews;
}

/**
 * Puts together what shows grants, takes what is proposed and makes decisions about them true.
 *
 * @internal
 */
export function createGrants(options: GrantsOptions): Grants {
  const { knex } = options;
  const grants = DatabaseGrants.create();
  const queries = GrantQueries.create(options);
  const views = GrantViews.create(options);
  const shared = { ...options, grants, queries };
  return {
    handlers: [GrantMatter.create(shared)],
    queries,
    service: AuthorizedGrantService.create({
      ...shared,
      desk: GrantDesk.create(shared),
      revocations: GrantRevocations.create({
        ...shared,
        notices: NoticesStore.create({ knex }),
      }),
      views,
    }),
    views,
  };
}
