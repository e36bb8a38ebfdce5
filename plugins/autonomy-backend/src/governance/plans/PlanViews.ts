import {
  autonomyPlanManagePermission,
  type PlanCriterion,
  type RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { AsCaller } from '../AsCaller';
import type { ChecksById, EntityChecks } from './EntityChecks';
import type { ListedPlan } from './listedPlan';
import type { PlanRole, PlanRoles } from './PlanRoles';
import { MIN_LEFT } from './planSchema';

const NOTHING: RecordedPlan['may'] = {
  edit: false,
  withdraw: false,
  lift: false,
  extend: false,
  complete: false,
};

/**
 * @internal
 */
export interface PlanViewsOptions {
  checks: EntityChecks;
  knex: Knex;
  permissions: PermissionsService;
  roles: PlanRoles;
}

/**
 * Plans as they are sent: with how their criteria stand, and what the caller may do.
 *
 * @internal
 */
export class PlanViews {
  readonly #options: PlanViewsOptions;

  static create(options: PlanViewsOptions): PlanViews {
    return new PlanViews(options);
  }

  private constructor(options: PlanViewsOptions) {
    this.#options = options;
  }

  /** @param now - UTC milliseconds */
  async of(
    plans: readonly ListedPlan[],
    as: AsCaller,
    now: number,
  ): Promise<RecordedPlan[]> {
    const { checks, roles } = this.#options;
    const roleOf = await roles.of(as);
    const known = await checks.of(plans.map(({ entityRef }) => entityRef));
    const mine = plans.filter(plan => roleOf(plan).side !== undefined);
    const permitted = await this.#permitted(mine, as.credentials);
    const voted = await this.#voted(mine, as.credentials);
    return plans.map(plan => {
      const criteria = criteriaOf(plan, known.get(plan.entityRef));
      const may = permitted.has(plan.entityRef)
        ? powersOf(plan, {
            criteria,
            hasVoted: voted.has(plan.signing?.id ?? ''),
            now,
            role: roleOf(plan),
            userRef: userRefOf(as.credentials),
          })
        : NOTHING;
      return toRecorded(plan, criteria, may);
    });
  }

  async #permitted(
    plans: readonly ListedPlan[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(plans.map(({ entityRef }) => entityRef))];
    if (refs.length === 0) {
      return new Set();
    }
    const permission = autonomyPlanManagePermission;
    const decisions = await this.#options.permissions.authorize(
      refs.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    return new Set(
      refs.filter(
        (_, position) => decisions[position].result === AuthorizeResult.ALLOW,
      ),
    );
  }

  /** The open proposals on which the caller has voted. */
  async #voted(
    plans: readonly ListedPlan[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const ids = plans.flatMap(({ signing }) => signing?.id ?? []);
    const userRef = userRefOf(credentials);
    if (ids.length === 0 || userRef === undefined) {
      return new Set();
    }
    const rows = await this.#options
      .knex('proposal_votes')
      .whereIn('proposal_id', ids)
      .where('voter_ref', userRef)
      .select('proposal_id');
    return new Set(rows.map(row => row.proposal_id));
  }
}

function userRefOf({ principal }: BackstageCredentials): string | undefined {
  return (principal as { userEntityRef?: string }).userEntityRef;
}

function criteriaOf(
  { criteria }: ListedPlan,
  checks: ChecksById | undefined,
): PlanCriterion[] {
  return criteria.map(checkId => {
    const { state, title = checkId } = checks?.get(checkId) ?? {};
    return { checkId, title, met: state === 'pass' };
  });
}

/** What the rules let somebody do who has the permission. */
function powersOf(
  plan: ListedPlan,
  of: {
    criteria: readonly PlanCriterion[];
    hasVoted: boolean;
    now: number;
    role: PlanRole;
    userRef?: string;
  },
): RecordedPlan['may'] {
  const { criteria, role } = of;
  const isDraft = plan.state === 'draft';
  const isInForce = plan.state === 'active' || plan.state === 'planned';
  const canMove =
    role.decides && isInForce && plan.changeProposalId === undefined;
  return {
    edit: isDraft && role.side !== undefined,
    withdraw: isDraft && role.side === plan.openedAs,
    sign: isDraft ? signsAs(plan, of) : undefined,
    lift: canMove,
    extend: canMove && plan.extendedAt === undefined,
    complete:
      canMove &&
      plan.state === 'active' &&
      criteria.length > 0 &&
      criteria.every(({ met }) => met),
  };
}

function signsAs(
  { endsAt, signing, team }: ListedPlan,
  {
    hasVoted,
    now,
    role,
    userRef,
  }: { hasVoted: boolean; now: number; role: PlanRole; userRef?: string },
): RecordedPlan['may']['sign'] {
  if (endsAt - now < MIN_LEFT) {
    return undefined;
  }
  if (role.side === 'team') {
    return team ? undefined : 'team';
  }
  const isAsked =
    signing !== undefined && !hasVoted && signing.requestedBy !== userRef;
  return role.signs && isAsked ? 'board' : undefined;
}

function toRecorded(
  plan: ListedPlan,
  criteria: PlanCriterion[],
  may: RecordedPlan['may'],
): RecordedPlan {
  const {
    domainRef,
    entityTitle,
    openedAs,
    ownBoardRef,
    ownerRef,
    signing,
    withdrawnAt,
    ...recorded
  } = plan;
  return { ...recorded, criteria, may };
}
