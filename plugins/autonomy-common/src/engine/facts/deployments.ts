import type { JsonObject } from '@backstage/types';
import type { Deployment, Policy } from '../../model';
import type { Consequences } from '../consequences';
import { DAY } from '../duration';
import { median, share } from '../math';
import type { Horizon } from '../time';
import { owesReview, reviewDueAt } from './deploymentReviews';
import type { Records } from './incidents';
import { medianTimeToRestore } from './timeToRestore';

const HOUR = DAY / 24;
const WEEK = 7 * DAY;

/** What is at stake in each area, as the base policy says and as overlays raised it. */
export interface AreaConsequences {
  base: Consequences;
  tightened: Consequences;
}

function hasFailed({ status, incidentId }: Deployment): boolean {
  return status !== 'succeeded' || incidentId !== undefined;
}

function countFailed(deployments: readonly Deployment[]): number {
  let failed = 0;
  for (const deployment of deployments) if (hasFailed(deployment)) failed++;
  return failed;
}

/** `1 - (1 + good)/(1 + all)`, in a form that gives 0.15 where 0.15 is meant. */
function failureRate(failed: number, all: number): number {
  return failed / (1 + all);
}

/** Those finished in the stretch of time up to and including an instant. */
function finishedWithin(
  deployments: readonly Deployment[],
  window: number,
  until: number,
): Deployment[] {
  return deployments.filter(
    ({ finishedAt }) => finishedAt <= until && until < finishedAt + window,
  );
}

/** When the last deployment finished; undefined where none did. */
function lastFinish(
  deployments: readonly Deployment[],
  now: number,
): number | undefined {
  let last = -Infinity;
  for (const { finishedAt } of deployments) {
    if (finishedAt <= now && finishedAt > last) last = finishedAt;
  }
  return last === -Infinity ? undefined : last;
}

/**
 * Share of risky deployments that were reviewed afterwards, among those whose review is done or due.
 * Those that are risky only because an overlay raised a consequence count where the review is
 * lacking, so that they never help.
 */
function reviewShare(
  deployments: readonly Deployment[],
  { base, tightened }: AreaConsequences,
  policy: Policy,
  horizon: Horizon,
): number {
  let reviewed = 0;
  let all = 0;
  for (const deployment of deployments) {
    const { area, reviewedAt = Infinity } = deployment;
    const inBase = owesReview(base.get(area), policy);
    if (!inBase && !owesReview(tightened.get(area), policy)) continue;
    const dueAt = reviewDueAt(deployment, policy);
    horizon.add(reviewedAt);
    horizon.add(dueAt);
    const isReviewed = reviewedAt <= horizon.now;
    if (!isReviewed && horizon.now < dueAt) continue;
    if (inBase && isReviewed) reviewed++;
    if (inBase || !isReviewed) all++;
  }
  return share(reviewed, all);
}

function medianLeadTime(deployments: readonly Deployment[]) {
  const hours: number[] = [];
  for (const { committedAt, finishedAt } of deployments) {
    if (committedAt === undefined) continue;
    hours.push(Math.max(0, finishedAt - committedAt) / HOUR);
  }
  return median(hours);
}

/**
 * Facts of collector `deployments`. Rates are missing where no deployment tells them, and where no
 * incident source watches: whether a deployment failed is known from incidents too.
 */
export function deploymentFacts(
  records: Records,
  consequences: AreaConsequences,
  policy: Policy,
  horizon: Horizon,
): JsonObject {
  const { now } = horizon;
  const { deployments, watch } = records;
  const { window, lastKnownFor } = policy.deployments;
  const recent = finishedWithin(deployments, window, now);
  for (const { finishedAt } of deployments) horizon.add(finishedAt);
  for (const { finishedAt } of recent) horizon.add(finishedAt + window);
  const failed = countFailed(recent);
  const facts: JsonObject = {
    recorded: recent.length > 0,
    count: recent.length,
    failed,
    perWeek: (recent.length * WEEK) / window,
  };
  const leadTime = medianLeadTime(recent);
  if (leadTime !== undefined) facts.leadTimeHours = leadTime;
  if (!watch.covered) return facts;

  const timeToRestore = medianTimeToRestore(records, window, horizon);
  if (timeToRestore !== undefined) facts.timeToRestoreHours = timeToRestore;

  const last = lastFinish(deployments, now);
  if (last === undefined || now >= last + lastKnownFor) return facts;

  horizon.add(last + lastKnownFor);
  const known =
    recent.length > 0 ? recent : finishedWithin(deployments, window, last);
  facts.changeFailureRate = failureRate(countFailed(known), known.length);
  facts.highConsequenceReviewShare = reviewShare(
    recent,
    consequences,
    policy,
    horizon,
  );
  return facts;
}
