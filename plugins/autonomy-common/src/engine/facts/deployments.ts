import type { JsonObject } from '@backstage/types';
import type { Consequence, Deployment, Policy } from '../../model';
import { atLeastAsSevere, type Consequences } from '../consequences';
import { DAY } from '../duration';
import { share } from '../math';
import type { Horizon } from '../time';
import type { Watch } from './coverage';

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
  { deployments: { reviewFrom }, decisions: { reviewWithin } }: Policy,
  horizon: Horizon,
): number {
  const isRisky = (consequence: Consequence | undefined) =>
    consequence !== undefined && atLeastAsSevere(consequence, reviewFrom);
  let reviewed = 0;
  let all = 0;
  for (const { area, finishedAt, reviewedAt = Infinity } of deployments) {
    const inBase = isRisky(base.get(area));
    if (!inBase && !isRisky(tightened.get(area))) continue;
    const dueAt = finishedAt + reviewWithin;
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
  if (hours.length === 0) return undefined;
  if (hours.length > 1) hours.sort((a, b) => a - b);
  const middle = hours.length / 2;
  return (hours[Math.ceil(middle) - 1] + hours[Math.floor(middle)]) / 2;
}

/**
 * Facts of collector `deployments`. Rates are missing where no deployment tells them, and where no
 * incident source watches: whether a deployment failed is known from incidents too.
 */
export function deploymentFacts(
  deployments: readonly Deployment[],
  consequences: AreaConsequences,
  { covered }: Watch,
  policy: Policy,
  horizon: Horizon,
): JsonObject {
  const { now } = horizon;
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

  const last = covered ? lastFinish(deployments, now) : undefined;
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
