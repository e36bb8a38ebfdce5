import type { CollectedFacts, Coverage, Incident } from '../../model';
import type { EvaluationInput } from '../EvaluationInput';
import { incidentKey } from '../incidents';
import { LATER_MARKS, type LaterMark, type Marked } from './laterMarks';

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

/** Whether something was noted later on one of the records; loops, as it is asked of every evaluation. */
function anyNotedLater<M extends LaterMark>(
  records: readonly Marked<M>[],
  marks: readonly M[],
  at: number,
): boolean {
  for (const record of records) {
    for (const mark of marks) if (record[mark]! > at) return true;
  }
  return false;
}

/** The same without what was noted later on a record, such as its end. */
function notedBy<M extends LaterMark, T extends Recorded & Marked<M>>(
  records: readonly T[] | undefined,
  marks: readonly M[],
  at: number,
): readonly T[] {
  const recorded = recordedBy(records, at);
  if (!anyNotedLater(recorded, marks, at)) return recorded;
  return recorded.map(record => {
    const later = marks.filter(mark => record[mark]! > at);
    const unsaid = later.map(mark => [mark, undefined]);
    return { ...record, ...Object.fromEntries(unsaid) };
  });
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

/** What had been watched; while a source went on watching, it was heard. */
function coverageBy(
  coverage: readonly Coverage[],
  at: number,
): readonly Coverage[] {
  const isPast = ({ from, lastHeardAt, to = from }: Coverage) =>
    Math.max(from, lastHeardAt, to) <= at;
  if (coverage.every(isPast)) return coverage;
  return coverage
    .filter(({ from }) => from <= at)
    .map(row => ({
      ...row,
      to: row.to! > at ? undefined : row.to,
      lastHeardAt: Math.min(row.lastHeardAt, at),
    }));
}

/** Evidence that had been recorded by an instant; incidents in one state each. */
export type KnownEvidence = Required<Omit<EvaluationInput, 'prior'>>;

/** The evidence that was recorded by an instant. Model section 13. */
export function knownAt(input: EvaluationInput, at: number): KnownEvidence {
  return {
    entity: input.entity,
    facts: factsBy(input.facts, at),
    incidents: incidentsBy(input.incidents, at),
    deployments: notedBy(input.deployments, LATER_MARKS.deployments, at),
    coverage: coverageBy(input.coverage, at),
    exemptions: notedBy(input.exemptions, LATER_MARKS.exemptions, at),
    attestations: notedBy(input.attestations, LATER_MARKS.attestations, at),
    grants: notedBy(input.grants, LATER_MARKS.grants, at),
    plans: notedBy(input.plans, LATER_MARKS.plans, at),
    audits: recordedBy(input.audits, at),
    promotions: recordedBy(input.promotions, at),
  };
}
