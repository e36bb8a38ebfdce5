import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { causeOf, keyText } from './IncidentRecord';
import { worse } from './severity';

/**
 * Incidents as they count: explicitly merged ones once, with the worst severity and the areas of all.
 *
 * @remarks
 *
 * A merge counts only where both are debited to the same entity, or it would move a debit without
 * anybody's consent. It is judged whenever incidents are read, so that it does not matter which of
 * them came first. Incidents that are merged in a circle all count.
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
  const parts = new Map<Incident, Incident[]>();
  const folded = new Set<Incident>();
  for (const incident of incidents) {
    const whole = wholeOf(incident, byKey);
    if (whole !== incident) {
      folded.add(incident);
      parts.set(whole, [...(parts.get(whole) ?? []), incident]);
    }
  }
  return incidents
    .filter(incident => !folded.has(incident))
    .map(incident =>
      (parts.get(incident) ?? []).reduce(
        (whole, part) => absorb(whole, part, defaultArea),
        incident,
      ),
    );
}

/** The incident that is the end of a chain of merges; the incident itself where it counts alone. */
function wholeOf(
  incident: Incident,
  byKey: ReadonlyMap<string, Incident>,
): Incident {
  const passed = new Set<Incident>();
  let whole = incident;
  while (!passed.has(whole)) {
    passed.add(whole);
    const { mergedInto, source } = whole;
    const next =
      mergedInto === undefined
        ? undefined
        : byKey.get(keyText({ source, id: mergedInto }));
    if (!next || causeOf(next) !== causeOf(whole)) {
      return whole;
    }
    whole = next;
  }
  return incident;
}

function absorb(
  whole: Incident,
  part: Incident,
  defaultArea: string,
): Incident {
  const areasOf = ({ areas }: Incident) =>
    areas.length > 0 ? areas : [defaultArea];
  const strict = stricter(whole, part);
  return {
    ...whole,
    severity: worse(whole.severity, part.severity),
    areas: [...new Set([...areasOf(whole), ...areasOf(part)])].sort(),
    class: strict.class,
    classifiedAt: strict.classifiedAt,
    irreversible: whole.irreversible || part.irreversible,
    consequences: { ...part.consequences, ...whole.consequences },
    updatedAt: Math.max(changedAt(whole), changedAt(part)),
  };
}

/** Of two classes a bypass, of two bypasses the later one, else any that is not none. */
function stricter(a: Incident, b: Incident): Incident {
  const bypasses = [a, b]
    .filter(each => each.class === 'bypass')
    .sort((x, y) => classifiedAt(y) - classifiedAt(x));
  return bypasses[0] ?? (a.class === 'none' ? b : a);
}

function classifiedAt({ classifiedAt: at, recordedAt }: Incident): number {
  return at ?? recordedAt;
}

function changedAt({ recordedAt, updatedAt = recordedAt }: Incident): number {
  return updatedAt;
}
