import type { Incident } from '../model';

/** Identity of an incident across sources. */
export function incidentKey({ id, source }: Incident): string {
  return `${id}\n${source}`;
}

/** How a plan names the incident that it answers. */
export function incidentRef({ id, source }: Incident): string {
  return `${source}/${id}`;
}

/** When it began; never after we were told. */
export function startOf({ startedAt, recordedAt }: Incident): number {
  return Math.min(startedAt, recordedAt);
}

/** Whether the entity answers for it: the one that caused it, else the one it was reported on. */
export function isDebitedTo(incident: Incident, entityRef: string): boolean {
  return (incident.causedBy ?? incident.entityRef) === entityRef;
}

/** Whether it has not ended at the instant. */
export function isOpen({ resolvedAt }: Incident, now: number): boolean {
  return resolvedAt === undefined || resolvedAt > now;
}

/** Whether its review is done at the instant. */
export function isReviewed({ review }: Incident, now: number): boolean {
  return review !== undefined && review.completedAt <= now;
}
