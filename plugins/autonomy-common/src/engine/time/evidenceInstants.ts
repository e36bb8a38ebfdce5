import type { EvaluationInput } from '../EvaluationInput';
import { LATER_MARKS, type LaterMark, type Marked } from './laterMarks';

/** Records that people make; what they change has the cause `decision`. */
const DECISIONS = [
  'exemptions',
  'attestations',
  'grants',
  'plans',
  'audits',
  'promotions',
] as const;

/** Called for every instant. Generators would be nicer to read and cost a tenth of an evaluation. */
type Visit = (instant: number) => void;

type Decision = { recordedAt: number } & Marked<LaterMark>;

function visitDecisions(input: EvaluationInput, visit: Visit): void {
  for (const kind of DECISIONS) {
    const records: readonly Decision[] = input[kind] ?? [];
    for (const record of records) {
      visit(record.recordedAt);
      for (const mark of LATER_MARKS[kind]) {
        const instant = record[mark];
        if (instant !== undefined) visit(instant);
      }
    }
  }
}

function visitObservations(input: EvaluationInput, visit: Visit): void {
  // A document that only confirms what was said before is no news.
  for (const { collectedAt, since = collectedAt } of input.facts) visit(since);
  for (const { recordedAt, updatedAt = recordedAt } of input.incidents) {
    visit(recordedAt);
    visit(updatedAt);
  }
  for (const { recordedAt, reviewedAt = recordedAt } of input.deployments) {
    visit(recordedAt);
    visit(reviewedAt);
  }
  for (const { from, to = from } of input.coverage) {
    visit(from);
    visit(to);
  }
}

/** Which evidence is new since an instant: somebody's decision, an observation, or none. */
export function newsBetween(
  input: EvaluationInput,
  after: number,
  upTo: number,
): 'decision' | 'evidence' | undefined {
  let found = false;
  const look = (instant: number) => {
    if (instant > after && instant <= upTo) found = true;
  };
  visitDecisions(input, look);
  if (found) return 'decision';
  visitObservations(input, look);
  return found ? 'evidence' : undefined;
}

/** When the first evidence counts that does not yet: clocks of reporters may be ahead. */
export function nextArrival(input: EvaluationInput, after: number): number {
  let next = Infinity;
  const look = (instant: number) => {
    if (instant > after && instant < next) next = instant;
  };
  visitDecisions(input, look);
  visitObservations(input, look);
  return next;
}

/** When evidence arrived, in ascending order, each instant once. */
export function evidenceInstants(
  input: EvaluationInput,
  after: number,
  before: number,
): number[] {
  const instants = new Set<number>();
  const collect = (instant: number) => {
    if (instant > after && instant < before) instants.add(instant);
  };
  visitDecisions(input, collect);
  visitObservations(input, collect);
  return [...instants].sort((a, b) => a - b);
}
