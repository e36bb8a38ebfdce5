import type { JsonObject } from '@backstage/types';
import type { Coverage, Deployment, Incident, Policy } from '../../model';
import { atLeastAsSevere } from '../consequences';
import { currentCoverage } from '../coverage';
import { DAY } from '../duration';
import { isDebitedTo, isOpen, isReviewed, startOf } from '../incidents';
import { share } from '../math';

/** Records about one entity from which facts are derived. */
export interface Records {
  entityRef: string;
  incidents: readonly Incident[];
  deployments: readonly Deployment[];
  coverage: readonly Coverage[];
}

/** When a review is due: a while after the end, or after the start if it takes too long. */
function reviewDueAt(incident: Incident, reviews: Policy['reviews']): number {
  const latest = startOf(incident) + reviews.unresolvedAfter;
  return Math.min(incident.resolvedAt ?? latest, latest) + reviews.dueAfter;
}

function reviewCounts(
  incidents: readonly Incident[],
  { reviews, trust }: Policy,
  now: number,
) {
  let due = 0;
  let inTime = 0;
  for (const incident of incidents) {
    if (now - startOf(incident) >= trust.window) continue;
    if (!atLeastAsSevere(incident.severity, reviews.severityFrom)) continue;
    const dueAt = reviewDueAt(incident, reviews);
    const reviewed = isReviewed(incident, now);
    if (reviewed || dueAt <= now) due++;
    if (reviewed && incident.review!.completedAt < dueAt) inTime++;
  }
  return { due, inTime };
}

/** Share of rollbacks that an incident report explains; see the reference of facts. */
function reportedShare(
  { deployments, incidents }: Records,
  { reviews, trust }: Policy,
  now: number,
): number {
  const rollbacks = deployments.filter(
    ({ status, finishedAt }) =>
      status === 'rolled-back' &&
      finishedAt <= now &&
      now - finishedAt < trust.window,
  );
  const reported = rollbacks.filter(rollback =>
    incidents.some(
      incident =>
        incident.id === rollback.incidentId ||
        Math.abs(startOf(incident) - rollback.finishedAt) <
          reviews.reportWithin,
    ),
  );
  const overdue = rollbacks.filter(
    rollback =>
      !reported.includes(rollback) &&
      now - rollback.finishedAt >= reviews.reportWithin,
  );
  return share(reported.length, reported.length + overdue.length);
}

/** Facts of collector `incidents`. Without coverage nobody can tell what did not happen. */
export function incidentFacts(
  records: Records,
  policy: Policy,
  now: number,
): JsonObject {
  const watching = currentCoverage(records.coverage, policy.facts, now);
  const covered = watching.length > 0;
  const sourceHeard = watching.some(
    ({ lastHeardAt }) => now - lastHeardAt < policy.facts.coverageSilence,
  );
  if (!covered) return { covered, sourceHeard };

  const open = records.incidents.filter(incident => isOpen(incident, now));
  const debited = records.incidents.filter(incident =>
    isDebitedTo(incident, records.entityRef),
  );
  const { due, inTime } = reviewCounts(debited, policy, now);
  return {
    covered,
    sourceHeard,
    open: open.length,
    openCritical: open.filter(({ severity }) => severity === 'critical').length,
    count90d: debited.filter(i => now - startOf(i) < 90 * DAY).length,
    reviewsDue: due,
    reviewsInTime: inTime,
    reviewShare: share(inTime, due),
    reportedShare: reportedShare(records, policy, now),
  };
}
