import type { EvaluationEvent, EventReason, RightResult } from '../../model';
import { entryOf } from '../entryOf';
import type { Change, OutcomeChange } from './Change';
import { ladderEvents } from './ladderEvents';

function planEvents({ prior, next, cause, at }: Change): EvaluationEvent[] {
  return Object.keys(next.plans)
    .filter(id => !Object.hasOwn(prior.plans, id))
    .sort()
    .map(planId => ({
      at,
      cause,
      reasons: [{ kind: 'plan', ref: planId }],
      kind: 'plan-ended',
      planId,
      outcome: next.plans[planId].outcome,
    }));
}

/** Ids of what stood otherwise before, or was not there, or is there no more. */
function changedIds<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): string[] {
  const ids: string[] = [];
  for (const id of Object.keys(after)) {
    if (after[id] !== entryOf(before, id)) ids.push(id);
  }
  for (const id of Object.keys(before)) {
    if (!Object.hasOwn(after, id)) ids.push(id);
  }
  return ids.sort();
}

function guardrailEvents({ prior, next, cause, at }: OutcomeChange) {
  const before = prior.outcome.guardrails;
  const after = next.outcome.guardrails;
  return changedIds(before, after).map((checkId): EvaluationEvent => {
    const reasons: EventReason[] = [{ kind: 'check', ref: checkId }];
    const [from, to] = [entryOf(before, checkId), entryOf(after, checkId)];
    return { at, cause, reasons, kind: 'guardrail-changed', checkId, from, to };
  });
}

function readinessEvents({ prior, next, cause, at }: OutcomeChange) {
  const [from, to] = [prior.outcome.readinessBand, next.outcome.readinessBand];
  if (from === to) return [];
  const reasons: EventReason[] = [{ kind: 'readiness' }];
  const event: EvaluationEvent = {
    at,
    cause,
    reasons,
    kind: 'readiness-changed',
    from,
    to,
  };
  return [event];
}

/** The caps that decide, and the grant if there is one. */
function reasonsOf({ caps, effective, grant }: RightResult): EventReason[] {
  const reasons = caps
    .filter(({ right }) => right === effective)
    .map(({ kind, ref }): EventReason => ({ kind, ref }));
  return grant ? [...reasons, { kind: 'grant', ref: grant.id }] : reasons;
}

function rightEvents({ prior, rights, cause, at }: OutcomeChange) {
  const events: EvaluationEvent[] = [];
  for (const right of rights) {
    const { area, effective: to } = right;
    const from = entryOf(prior.outcome.rights, area);
    if (from === to) continue;
    const reasons = reasonsOf(right);
    events.push({ at, cause, reasons, kind: 'right-changed', area, from, to });
  }
  return events;
}

/** What differs between two outcomes, whatever lies between them. @public */
export function outcomeEvents(change: OutcomeChange): EvaluationEvent[] {
  return [
    ...guardrailEvents(change),
    ...readinessEvents(change),
    ...rightEvents(change),
  ];
}

/** What changed from one evaluation to the next, and why. Model sections 6 and 13. */
export function eventsOf(change: Change): EvaluationEvent[] {
  return [
    ...ladderEvents(change),
    ...planEvents(change),
    ...outcomeEvents(change),
  ];
}
