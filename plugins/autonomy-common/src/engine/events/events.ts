import type { EvaluationEvent, EventReason, RightResult } from '../../model';
import { entryOf } from '../entryOf';
import type { Change } from './Change';
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

function guardrailEvents({ prior, next, cause, at }: Change) {
  const events: EvaluationEvent[] = [];
  const before = prior.outcome.guardrails;
  const after = next.outcome.guardrails;
  for (const checkId of Object.keys({ ...before, ...after }).sort()) {
    const [from, to] = [entryOf(before, checkId), entryOf(after, checkId)];
    if (from === to) continue;
    const reasons: EventReason[] = [{ kind: 'check', ref: checkId }];
    events.push({
      at,
      cause,
      reasons,
      kind: 'guardrail-changed',
      checkId,
      from,
      to,
    });
  }
  return events;
}

function readinessEvents({ prior, next, cause, at }: Change) {
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

function rightEvents({ prior, rights, cause, at }: Change) {
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

/** What changed from one evaluation to the next, and why. Model sections 6 and 13. */
export function eventsOf(change: Change): EvaluationEvent[] {
  return [
    ...ladderEvents(change),
    ...planEvents(change),
    ...guardrailEvents(change),
    ...readinessEvents(change),
    ...rightEvents(change),
  ];
}
