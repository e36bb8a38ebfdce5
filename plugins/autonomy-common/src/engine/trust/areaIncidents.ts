import type { Incident, TrustPolicy } from '../../model';
import { incidentKey, isDebitedTo, startOf } from '../incidents';
import { compareText } from '../math';
import type { TrustInput } from './TrustInput';

/** Areas that an incident touches; areas that the policy no longer has fall to the default. */
function touchedAreas(
  { areas }: Incident,
  known: ReadonlySet<string>,
  { defaultArea }: TrustPolicy,
): string[] {
  const touched = [...new Set(areas)].filter(area => known.has(area));
  return touched.length > 0 ? touched : [defaultArea];
}

/** The incidents that the entity answers for, by area, in order of their start. */
export function incidentsByArea({
  entityRef,
  incidents,
  policy,
}: TrustInput): Map<string, Incident[]> {
  const known = new Set(policy.areas.map(({ id }) => id));
  const result = new Map<string, Incident[]>(
    policy.areas.map(({ id }) => [id, []]),
  );
  const debited = incidents
    .filter(incident => isDebitedTo(incident, entityRef))
    .sort(
      (a, b) =>
        startOf(a) - startOf(b) || compareText(incidentKey(a), incidentKey(b)),
    );
  for (const incident of debited) {
    for (const area of touchedAreas(incident, known, policy.trust)) {
      result.get(area)!.push(incident);
    }
  }
  return result;
}
