import type { Incident, TrustLine, TrustPolicy } from '../../model';
import type { Horizon } from '../time';

/** Where there are none. */
export const NO_BYPASSES: readonly Incident[] = [];

/** Deliberate bypasses that still count; they leave no trust in their areas. Model section 7. */
export function activeBypasses(
  incidents: readonly Incident[],
  { bypassFor }: TrustPolicy,
  horizon: Horizon,
): readonly Incident[] {
  let active: Incident[] | undefined;
  for (const incident of incidents) {
    if (incident.class !== 'bypass') continue;
    const since = incident.classifiedAt ?? incident.recordedAt;
    if (horizon.now - since >= bypassFor) continue;
    horizon.add(since + bypassFor);
    (active ??= []).push(incident);
  }
  return active ?? NO_BYPASSES;
}

/** What bypasses take: together all that is left. */
export function bypassLines(
  bypasses: readonly Incident[],
  value: number,
): TrustLine[] {
  return bypasses.map(({ id }, i) => ({
    kind: 'bypass',
    amount: i === 0 ? 0 - value : 0,
    incidentId: id,
  }));
}
