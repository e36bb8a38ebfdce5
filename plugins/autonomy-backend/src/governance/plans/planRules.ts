import type {
  PlanChange,
  Policy,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import { isEqual } from 'lodash';
import type { ChecksById } from './EntityChecks';
import { MIN_LEFT } from './planSchema';
import {
  endOf,
  type PlanTerms,
  type StandingPlan,
  type StoredPlan,
} from './types';

const DAY = 86_400_000;

/** What the board is asked to sign. @internal */
export function contentOf(
  id: string,
  { approach, areas, cap, endsAt, title }: PlanTerms,
): ProposalContent & { matter: 'plan' } {
  return { matter: 'plan', planId: id, title, approach, areas, cap, endsAt };
}

/** @throws ConflictError where the board was asked about another text @internal */
export function assertSame(plan: StoredPlan, asked: ProposalContent): void {
  const known = JSON.parse(JSON.stringify(contentOf(plan.id, plan)));
  if (!isEqual(known, JSON.parse(JSON.stringify(asked)))) {
    throw new ConflictError(
      `The plan ${plan.id} was changed since the board was asked`,
    );
  }
}

/**
 * @param now - UTC milliseconds
 * @throws ConflictError where too little of it would be left
 */
export function assertTimeLeft(
  { endsAt, id }: Pick<StoredPlan, 'endsAt' | 'id'>,
  now: number,
): void {
  if (endsAt - now < MIN_LEFT) {
    throw new ConflictError(
      `Less than ${
        MIN_LEFT / DAY
      } days would be left of the plan ${id}, which ends ${iso(
        endsAt,
      )}: it needs a later end before it is signed`,
    );
  }
}

/** The latest end that the one extension of a plan can have, in UTC milliseconds. @internal */
export function latestEnd(
  {
    approach,
    endsAt,
    startsAt,
  }: Pick<StoredPlan, 'approach' | 'endsAt' | 'startsAt'>,
  { repair }: Policy,
): number {
  const { maxDuration } = repair.plans[approach];
  return Math.min(endsAt, startsAt + maxDuration) + maxDuration;
}

/** The titles of criteria that are not met; one that the entity does not have is not. @internal */
export function unmetCriteria(
  { criteria }: Pick<StoredPlan, 'criteria'>,
  checks: ChecksById | undefined,
): string[] {
  return criteria
    .filter(id => checks?.get(id)?.state !== 'pass')
    .map(id => checks?.get(id)?.title ?? id);
}

/**
 * @param checks - of the entity, as it stands
 * @throws ConflictError where the board cannot do that with the plan as it stands
 * @internal
 */
export function assertMovable(
  plan: Pick<
    StandingPlan,
    | 'criteria'
    | 'endsAt'
    | 'extendedAt'
    | 'extendedTo'
    | 'id'
    | 'startsAt'
    | 'state'
  >,
  change: PlanChange,
  checks: ChecksById | undefined,
): void {
  const { extendedAt, id, startsAt, state } = plan;
  if (state !== 'active' && state !== 'planned') {
    throw new ConflictError(`The plan ${id} is not in force: it is ${state}`);
  }
  if (change === 'extend' && extendedAt !== undefined) {
    throw new ConflictError(
      `The plan ${id} was extended already, to ${iso(
        endOf(plan),
      )}; a plan is extended once`,
    );
  }
  if (change === 'complete') {
    if (state === 'planned') {
      throw new ConflictError(
        `The plan ${id} starts ${iso(startsAt)}: nothing is completed before`,
      );
    }
    const unmet = unmetCriteria(plan, checks);
    if (plan.criteria.length === 0 || unmet.length > 0) {
      throw new ConflictError(
        unmet.length > 0
          ? `The plan ${id} cannot be completed: not met yet: ${unmet.join(
              ', ',
            )}`
          : `The plan ${id} cannot be completed: it has no criteria; it can be lifted`,
      );
    }
  }
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
