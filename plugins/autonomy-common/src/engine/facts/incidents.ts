import type { JsonObject } from '@backstage/types';
import type { Deployment, Incident, Policy } from '../../model';
import { isDebitedTo, isOpen, startOf } from '../incidents';
import { share } from '../math';
import type { Horizon } from '../time';
import type { Watch } from './coverage';
import { countReviews } from './reviews';
import { reportedShareOf } from './rollbacks';

/** Records about one entity from which facts are derived; each incident once. */
export interface Records {
  entityRef: string;
  incidents: readonly Incident[];
  deployments: readonly Deployment[];
  watch: Watch;
}

function countOpen(incidents: readonly Incident[], horizon: Horizon) {
  let open = 0;
  let openCritical = 0;
  for (const incident of incidents) {
    if (!isOpen(incident, horizon.now)) continue;
    if (incident.resolvedAt !== undefined) horizon.add(incident.resolvedAt);
    open++;
    if (incident.severity === 'critical') openCritical++;
  }
  return { open, openCritical };
}

function countRecent(
  incidents: readonly Incident[],
  window: number,
  horizon: Horizon,
): number {
  let count = 0;
  for (const incident of incidents) {
    const leavesAt = startOf(incident) + window;
    if (horizon.now >= leavesAt) continue;
    horizon.add(leavesAt);
    count++;
  }
  return count;
}

/** Facts of collector `incidents`. Without coverage nobody can tell what did not happen. */
export function incidentFacts(
  { entityRef, incidents, deployments, watch }: Records,
  policy: Policy,
  horizon: Horizon,
): JsonObject {
  const { covered, heard } = watch;
  if (!covered) return { covered, sourceHeard: heard };

  const { open, openCritical } = countOpen(incidents, horizon);
  const debited = incidents.filter(i => isDebitedTo(i, entityRef));
  const { due, inTime } = countReviews(debited, policy, horizon);
  return {
    covered,
    sourceHeard: heard,
    open,
    openCritical,
    count: countRecent(debited, policy.deployments.window, horizon),
    reviewsDue: due,
    reviewsInTime: inTime,
    reviewShare: share(inTime, due),
    reportedShare: reportedShareOf(deployments, incidents, policy, horizon),
  };
}
