import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { countAsOne } from './countAsOne';
import { causeOf, keyText } from './IncidentRecord';

/**
 * Incidents as they count: explicitly merged ones once, and none of them lighter for it.
 *
 * @remarks
 *
 * A merge counts only where both are debited to the same entity, or it would move a debit without
 * anybody's consent. It is judged whenever incidents are read, so that it does not matter which of
 * them came first: parts of one incident count once before it is known itself, or its arrival would
 * make them lighter. Incidents that are merged in a circle all count.
 *
 * @param incidents - all of one entity
 * @param defaultArea - what an incident without areas touches
 * @internal
 */
export function foldMerged(
  incidents: readonly Incident[],
  defaultArea: string,
): Incident[] {
  if (incidents.every(({ mergedInto }) => mergedInto === undefined)) {
    return [...incidents];
  }
  const byKey = new Map(incidents.map(each => [keyText(each), each]));
  const wholes = new Map<string, Incident[]>();
  for (const incident of incidents) {
    const whole = wholeOf(incident, byKey);
    wholes.set(whole, [...(wholes.get(whole) ?? []), incident]);
  }
  return [...wholes.values()].map(parts => countAsOne(parts, defaultArea));
}

/** The end of a chain of merges, known or not, and who answers for it; the incident itself in a circle. */
function wholeOf(
  incident: Incident,
  byKey: ReadonlyMap<string, Incident>,
): string {
  const { source } = incident;
  const cause = causeOf(incident);
  const passed = new Set<string>();
  let id = incident.id;
  for (;;) {
    const part = byKey.get(keyText({ source, id }));
    if (passed.has(id)) {
      return JSON.stringify([source, incident.id, cause]);
    }
    if (part?.mergedInto === undefined || causeOf(part) !== cause) {
      return JSON.stringify([source, id, cause]);
    }
    passed.add(id);
    id = part.mergedInto;
  }
}
