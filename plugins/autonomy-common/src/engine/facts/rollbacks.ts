import type { Deployment, Incident, Policy } from '../../model';
import { startOf } from '../incidents';
import { share } from '../math';
import type { Horizon } from '../time';

function explains(
  incident: Incident,
  { incidentId, finishedAt }: Deployment,
  within: number,
): boolean {
  return (
    incident.id === incidentId ||
    Math.abs(startOf(incident) - finishedAt) < within
  );
}

/**
 * Share of rollbacks, within the window of trust, that an incident report explains. One that is
 * too young to be overdue counts only once it is explained. Model section 5.
 */
export function reportedShareOf(
  deployments: readonly Deployment[],
  incidents: readonly Incident[],
  { reviews: { reportWithin }, trust }: Policy,
  horizon: Horizon,
): number {
  const { now } = horizon;
  let reported = 0;
  let overdue = 0;
  for (const deployment of deployments) {
    const { status, finishedAt } = deployment;
    if (status !== 'rolled-back' || now >= finishedAt + trust.window) continue;
    horizon.add(finishedAt);
    horizon.add(finishedAt + trust.window);
    if (finishedAt > now) continue;
    if (incidents.some(i => explains(i, deployment, reportWithin))) {
      reported++;
    } else {
      horizon.add(finishedAt + reportWithin);
      if (now >= finishedAt + reportWithin) overdue++;
    }
  }
  return share(reported, reported + overdue);
}
