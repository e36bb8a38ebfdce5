import type {
  DecisionOutcome,
  DecisionPolicy,
  DecisionRecord,
  DecisionRight,
  Actor,
  OwedOutcome,
} from '../../model';
import { DAY } from '../duration';
import { compareText } from '../math';

/** From best to worst. */
const OUTCOMES: readonly DecisionOutcome[] = [
  'good',
  'neutral',
  'bad',
  'rolled-back',
];

/** One action on one UTC day, with all its decisions. */
export interface DayOfDecisions extends OwedOutcome {
  tied: boolean;
  owed: boolean;
}

/** Whether somebody has to say what became of it. Model section 11. */
export function owesOutcome(
  actor: Actor,
  right: DecisionRight,
  { outcomesUpTo }: DecisionPolicy,
): boolean {
  return actor !== 'automation' && right <= outcomesUpTo;
}

/** When it went ahead: at once where nobody had to be asked, else when whoever was asked agreed. */
function takenAt(record: DecisionRecord): number {
  const { decision, decidedAt, approval } = record;
  if (decision) return decidedAt;
  return approval?.approved ? approval.decidedAt ?? decidedAt : Infinity;
}

function keyOf(record: DecisionRecord, day: number): string {
  const { entityRef, area, action = '' } = record;
  return `${entityRef}\n${area}\n${action}\n${day}`;
}

function addOutcome(
  day: DayOfDecisions,
  { outcome }: DecisionRecord,
  now: number,
): void {
  if (!outcome || outcome.recordedAt > now) return;
  const { value, recordedAt } = outcome;
  day.recordedAt = Math.min(day.recordedAt ?? Infinity, recordedAt);
  if (
    day.outcome === undefined ||
    OUTCOMES.indexOf(value) > OUTCOMES.indexOf(day.outcome)
  ) {
    day.outcome = value;
  }
}

/** The decisions that were taken up to now, an action once a day, in order of their keys. */
export function daysOfDecisions(
  decisions: Iterable<DecisionRecord>,
  policy: DecisionPolicy,
  now: number,
): DayOfDecisions[] {
  const days = new Map<string, DayOfDecisions>();
  for (const record of decisions) {
    const { entityRef, area, action, objective } = record;
    const taken = takenAt(record);
    if (taken > now) continue;
    const day = taken - (((taken % DAY) + DAY) % DAY);
    const key = keyOf(record, day);
    let known = days.get(key);
    if (!known) {
      known = {
        entityRef,
        area,
        action,
        day,
        dueAt: Infinity,
        outcome: undefined,
        recordedAt: undefined,
        tied: false,
        owed: false,
      };
      days.set(key, known);
    }
    known.tied ||= objective !== undefined;
    if (owesOutcome(record.actor, record.right, policy)) {
      known.owed = true;
      known.dueAt = Math.min(known.dueAt, taken + policy.outcomeWithin);
    }
    addOutcome(known, record, now);
  }
  return [...days.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, day]) => day);
}

/**
 * The outcomes that are owed for decisions of humans and agents, one for an action and day, due or
 * not. Model section 11.
 *
 * @param now - UTC milliseconds
 * @public
 */
export function owedOutcomes(
  decisions: Iterable<DecisionRecord>,
  policy: DecisionPolicy,
  now: number,
): OwedOutcome[] {
  return daysOfDecisions(decisions, policy, now)
    .filter(({ owed }) => owed)
    .map(({ tied, owed, ...outcome }) => outcome);
}
