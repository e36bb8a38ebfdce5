import {
  CONSEQUENCES,
  type CheckDefinition,
  type Consequence,
  type DecisionRight,
  type GuardrailStatus,
  type NotPassingClock,
  type Policy,
} from '../../model';
import type { CheckVerdict } from '../checks/CheckVerdict';
import type { CompiledCheck, CompiledPolicy } from '../CompiledPolicy';
import type { Consequences } from '../consequences';
import { entryOf } from '../entryOf';
import { nextClock, type Horizon } from '../time';
import type { GuardrailStanding } from './GuardrailStanding';
import { ownConsequence, ownGrace } from './ownTerms';

/** What guardrails are judged with besides their checks. */
export interface GuardrailContext {
  policy: CompiledPolicy;
  consequences: Consequences;
  /** Consequences without overlays. */
  baseConsequences: Consequences;
  /** Clocks of the last evaluation, by check id. */
  clocks: Readonly<Record<string, NotPassingClock>> | undefined;
  horizon: Horizon;
}

const NO_AREAS: readonly string[] = [];

/**
 * What an overlay says of a guardrail may be milder than what its areas make of it for this entity:
 * the more serious of both counts, and below the shorter grace.
 */
function consequenceOf(
  { definition, base }: CompiledCheck,
  consequences: Consequences,
): Consequence {
  const own = ownConsequence(definition, consequences);
  if (!base) return own;
  const before = ownConsequence(base, consequences);
  return CONSEQUENCES.indexOf(own) > CONSEQUENCES.indexOf(before)
    ? own
    : before;
}

function graceOf(
  { definition, base }: CompiledCheck,
  consequence: Consequence,
  policy: Policy,
): number {
  const own = ownGrace(definition, consequence, policy);
  return base ? Math.min(own, ownGrace(base, consequence, policy)) : own;
}

/** Never shorter because of an overlay: a shorter grace must not make a failure sooner forgotten. */
function recoveryOf(
  { check: { definition, base = definition } }: CheckVerdict,
  { policy, baseConsequences }: GuardrailContext,
): number {
  const consequence = ownConsequence(base, baseConsequences);
  return Math.min(
    policy.base.guardrails.recovery,
    ownGrace(base, consequence, policy.base),
  );
}

function capOf(
  { effect, narrowTo }: CheckDefinition,
  { guardrails: { caps } }: Policy,
): DecisionRight | undefined {
  if (effect === 'stop') return caps.stop;
  return effect === 'narrow' ? narrowTo ?? caps.narrow : undefined;
}

function statusOf(
  { state, stale, exemption }: CheckVerdict,
  clock: NotPassingClock | undefined,
  grace: number,
  horizon: Horizon,
): GuardrailStatus {
  if (state === 'pass') {
    if (!clock && !stale) return 'ok';
    // What is exempt when it fails must not look worse while it passes.
    return exemption ? 'exempt' : 'at-risk';
  }
  if (state === 'exempt') return 'exempt';
  const breachesAt = clock!.notPassingSince + grace;
  if (horizon.now >= breachesAt) {
    return state === 'unknown' ? 'unknown' : 'breached';
  }
  horizon.add(breachesAt);
  return 'at-risk';
}

function standingOf(
  verdict: CheckVerdict,
  context: GuardrailContext,
): GuardrailStanding {
  const { check } = verdict;
  const { definition, publishedAt = -Infinity } = check;
  const { effectiveFrom = -Infinity } = definition;
  const { policy, consequences, clocks, horizon } = context;
  const consequence = consequenceOf(check, consequences);
  const grace = graceOf(check, consequence, policy.policy);
  const recovery = recoveryOf(verdict, context);
  const clock = nextClock(
    entryOf(clocks, definition.id),
    verdict.state === 'pass',
    recovery,
    horizon,
    Math.max(publishedAt, effectiveFrom),
  );
  const status = statusOf(verdict, clock, grace, horizon);
  return {
    verdict,
    status,
    breached: status === 'breached' || status === 'unknown',
    areas: definition.areas ?? NO_AREAS,
    consequence,
    effect: definition.effect ?? 'inform',
    cap: capOf(definition, policy.policy),
    mandatory: definition.mandatory ?? false,
    grace,
    recovery,
    clock,
  };
}

/** Where the guardrails stand that apply and count. Model section 4. */
export function guardrailStandings(
  verdicts: readonly CheckVerdict[],
  context: GuardrailContext,
): GuardrailStanding[] {
  const standings: GuardrailStanding[] = [];
  for (const verdict of verdicts) {
    if (verdict.state === 'announced' || verdict.state === 'not-applicable') {
      continue;
    }
    standings.push(standingOf(verdict, context));
  }
  return standings;
}

/**
 * The clocks that go on running. One whose guardrail does not apply for a while recovers like one
 * that passes, in the policy's own time: leaving and coming back must not start a new grace.
 */
export function runningClocks(
  standings: readonly GuardrailStanding[],
  { clocks, policy, horizon }: GuardrailContext,
): Record<string, NotPassingClock> {
  const running: Record<string, NotPassingClock> = {};
  const judged = new Set<string>();
  for (const { clock, verdict } of standings) {
    const { id } = verdict.check.definition;
    judged.add(id);
    if (clock) running[id] = clock;
  }
  for (const id in clocks) {
    if (!Object.hasOwn(clocks, id) || judged.has(id)) continue;
    const { recovery } = policy.base.guardrails;
    const clock = nextClock(clocks[id], true, recovery, horizon);
    if (clock) running[id] = clock;
  }
  return running;
}
