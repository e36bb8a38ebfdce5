import type { Incident, Policy } from '../../model';
import { incidentKey, isDebitedTo, startOf } from '../incidents';
import { compareText } from '../math';
import type { TrustInput } from './TrustInput';

/** Areas that an incident touches, each once; one whose areas the policy does not know falls to the default. */
export function touchedAreas(
  { areas }: Incident,
  { areas: known, trust: { defaultArea } }: Policy,
): string[] {
  const touched = areas.filter(
    (area, i) =>
      areas.indexOf(area) === i && known.some(({ id }) => id === area),
  );
  return touched.length > 0 ? touched : [defaultArea];
}

function byStart(a: Incident, b: Incident): number {
  return startOf(a) - startOf(b) || compareText(incidentKey(a), incidentKey(b));
}

/** The incidents that the entity answers for, by area, in order of their start. */
export function incidentsByArea({
  entityRef,
  incidents,
  policy,
}: TrustInput): ReadonlyMap<string, readonly Incident[]> {
  const result = new Map<string, Incident[]>();
  const debited = incidents.filter(incident =>
    isDebitedTo(incident, entityRef),
  );
  if (debited.length > 1) debited.sort(byStart);
  for (const incident of debited) {
    for (const area of touchedAreas(incident, policy)) {
      const own = result.get(area);
      if (own) own.push(incident);
      else result.set(area, [incident]);
    }
  }
  return result;
}
