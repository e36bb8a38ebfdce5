import type { Incident, TrustPolicy } from '../../model';

/** Deliberate bypasses that still count; they leave no trust in their areas. Model section 7. */
export function activeBypasses(
  incidents: readonly Incident[],
  { bypassFor }: TrustPolicy,
  now: number,
): Incident[] {
  return incidents.filter(
    incident =>
      incident.class === 'bypass' && now - incident.recordedAt < bypassFor,
  );
}
