import type { CollectedFacts, Incident } from '../../model';
import type { EvaluationInput } from '../EvaluationInput';
import { incidentKey } from '../incidents';

interface Recorded {
  recordedAt: number;
}

const NONE: readonly never[] = [];

/** The list itself where all of it was known, which is the rule. */
function recordedBy<T extends Recorded>(
  records: readonly T[] | undefined,
  at: number,
): readonly T[] {
  if (!records) return NONE;
  return records.some(({ recordedAt }) => recordedAt > at)
    ? records.filter(({ recordedAt }) => recordedAt <= at)
    : records;
}

/** What a collector said by then; while it went on saying the same, it was fresh. */
function factsBy(
  facts: readonly CollectedFacts[],
  at: number,
): readonly CollectedFacts[] {
  if (facts.every(({ collectedAt }) => collectedAt <= at)) return facts;
  return facts
    .filter(({ collectedAt, since = collectedAt }) => since <= at)
    .map(document =>
      document.collectedAt > at ? { ...document, collectedAt: at } : document,
    );
}

function stateRecordedAt({ recordedAt, updatedAt = recordedAt }: Incident) {
  return updatedAt;
}

/**
 * Of two states of an incident the one that counts: the latest that was known, else the earliest
 * there is, because what came before it is lost.
 */
function moreKnown(a: Incident, b: Incident, at: number): Incident {
  const [aAt, bAt] = [stateRecordedAt(a), stateRecordedAt(b)];
  const later = bAt > aAt;
  if (aAt === bAt) return JSON.stringify(a) < JSON.stringify(b) ? b : a;
  if (Math.max(aAt, bAt) <= at) return later ? b : a;
  return later ? a : b;
}

/** Incidents that had been recorded, each in one state. */
function incidentsBy(
  incidents: readonly Incident[],
  at: number,
): readonly Incident[] {
  const recorded = recordedBy(incidents, at);
  if (recorded.length < 2) return recorded;
  const states = new Map<string, Incident>();
  for (const incident of recorded) {
    const key = incidentKey(incident);
    const known = states.get(key);
    states.set(key, known ? moreKnown(known, incident, at) : incident);
  }
  return states.size === recorded.length ? recorded : [...states.values()];
}

/** Evidence that had been recorded by an instant; incidents in one state each. */
export type KnownEvidence = Required<Omit<EvaluationInput, 'prior'>>;

/** The evidence that was recorded by an instant. Model section 13. */
export function knownAt(input: EvaluationInput, at: number): KnownEvidence {
  return {
    entity: input.entity,
    facts: factsBy(input.facts, at),
    incidents: incidentsBy(input.incidents, at),
    deployments: recordedBy(input.deployments, at),
    coverage: input.coverage.some(({ from }) => from > at)
      ? input.coverage.filter(({ from }) => from <= at)
      : input.coverage,
    exemptions: recordedBy(input.exemptions, at),
    attestations: recordedBy(input.attestations, at),
    grants: recordedBy(input.grants, at),
    plans: recordedBy(input.plans, at),
    audits: recordedBy(input.audits, at),
    promotions: recordedBy(input.promotions, at),
  };
}
