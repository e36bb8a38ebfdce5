import type { JsonObject } from '@backstage/types';
import type { Deployment } from '../../model';
import type { Consequences } from '../consequences';
import { DAY } from '../duration';
import { share } from '../math';

const HOUR = DAY / 24;
const WEEKS_IN_90_DAYS = 90 / 7;

function inLast(days: number, deployments: readonly Deployment[], now: number) {
  return deployments.filter(
    ({ finishedAt }) => finishedAt <= now && now - finishedAt < days * DAY,
  );
}

function hasFailed({ status, incidentId }: Deployment): boolean {
  return status !== 'succeeded' || incidentId !== undefined;
}

function failureRate(deployments: readonly Deployment[]): number {
  // 1 - (1 + good)/(1 + all), in a form that gives 0.15 where 0.15 is meant.
  return deployments.filter(hasFailed).length / (1 + deployments.length);
}

function reviewShare(
  deployments: readonly Deployment[],
  consequences: Consequences,
  now: number,
): number {
  const risky = deployments.filter(({ area }) =>
    ['high', 'critical'].includes(consequences.get(area) ?? ''),
  );
  const reviewed = risky.filter(
    ({ reviewedAt }) => reviewedAt !== undefined && reviewedAt <= now,
  );
  return share(reviewed.length, risky.length);
}

function medianLeadTime(deployments: readonly Deployment[]) {
  const hours = deployments
    .flatMap(({ committedAt, finishedAt }) =>
      committedAt === undefined
        ? []
        : [Math.max(0, finishedAt - committedAt) / HOUR],
    )
    .sort((a, b) => a - b);
  if (hours.length === 0) return undefined;
  const middle = hours.length / 2;
  return (hours[Math.ceil(middle) - 1] + hours[Math.floor(middle)]) / 2;
}

/** Facts of collector `deployments`; rates are missing where no deployment tells them. */
export function deploymentFacts(
  deployments: readonly Deployment[],
  consequences: Consequences,
  now: number,
): JsonObject {
  const recent = inLast(90, deployments, now);
  const lastKnown = recent.length > 0 ? recent : inLast(180, deployments, now);
  const leadTime = medianLeadTime(recent);
  return {
    recorded: recent.length > 0,
    count90d: recent.length,
    failed90d: recent.filter(hasFailed).length,
    deploymentsPerWeek90d: recent.length / WEEKS_IN_90_DAYS,
    ...(lastKnown.length > 0 && {
      changeFailureRate90d: failureRate(lastKnown),
      highConsequenceReviewShare90d: reviewShare(recent, consequences, now),
    }),
    ...(leadTime !== undefined && { leadTimeHours90d: leadTime }),
  };
}
