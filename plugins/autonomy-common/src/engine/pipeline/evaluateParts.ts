import type {
  Assessment,
  AutonomyLevel,
  EvaluationEvent,
  EvaluationState,
  EventCause,
} from '../../model';
import type { CompiledPolicy } from '../CompiledPolicy';
import type { EvaluationInput } from '../EvaluationInput';
import { eventsOf, outcomeOf } from '../events';
import { runningClocks, worstStatus } from '../guardrails';
import { rememberedEnds } from '../plans';
import { newsBetween } from '../time';
import type { EvaluatedParts } from './EvaluatedParts';
import { judge, settingOf, type Setting } from './Setting';
import {
  standingsOf,
  type EvaluationOptions,
  type Standings,
} from './Standings';

const NO_OPTIONS: EvaluationOptions = {};

/** What the next evaluation has to know. Model section 13. */
function stateOf(
  { compiled, policy, horizon }: Setting,
  { guarding, guardrails, ladder, plans, readiness, rights }: Standings,
): EvaluationState {
  const guardrailClocks = runningClocks(guardrails, guarding);
  if (policy.ladder.enforcedFrom !== undefined) {
    horizon.add(policy.ladder.enforcedFrom);
  }
  const { level, takenAt, heldSince, atRisk, proposals } = ladder.state;
  return {
    policyVersion: compiled.version,
    evaluatedAt: horizon.now,
    nextChangeAt: horizon.nextChangeAt,
    level,
    takenAt,
    heldSince,
    atRisk,
    guardrails: guardrailClocks,
    proposals,
    plans: rememberedEnds(plans),
    outcome: outcomeOf(readiness.band, guardrails, rights),
  };
}

function assessmentOf(
  { entityRef }: EvaluationInput['entity'],
  { readiness, accountability, guardrails, trust, ladder, rights }: Standings,
  state: EvaluationState,
): Assessment {
  return {
    entityRef,
    level: state.level,
    eligible: ladder.standing.eligible as AutonomyLevel,
    guardrailStatus: worstStatus(guardrails),
    readiness: readiness.figure.value,
    readinessBand: readiness.band,
    accountability: accountability.score,
    trust: trust.map(({ result }) => result.value),
    recommended: rights.map(({ recommended }) => recommended),
    effective: rights.map(({ effective }) => effective),
    state,
    nextChangeAt: state.nextChangeAt,
  };
}

function causeOf(
  { compiled, evidence, horizon: { now } }: Setting,
  { policyVersion, evaluatedAt, nextChangeAt = Infinity }: EvaluationState,
): EventCause {
  if (policyVersion !== compiled.version) return 'policy';
  // Time alone changes nothing sooner: it was evidence from before that came late.
  const other = now < nextChangeAt ? 'evidence' : 'time';
  return newsBetween(evidence, evaluatedAt, now) ?? other;
}

/** Where a record starts there is nothing that could have changed. */
function eventsSince(
  prior: EvaluationState | undefined,
  next: EvaluationState,
  setting: Setting,
  { rights, ladder }: Standings,
): EvaluationEvent[] {
  if (!prior) return [];
  const at = setting.horizon.now;
  const cause = causeOf(setting, prior);
  return eventsOf({ prior, next, at, cause, rights, ladder });
}

/** Computes everything about one entity at one instant. */
export function evaluateParts(
  input: EvaluationInput,
  organisation: CompiledPolicy,
  now: number,
  options: EvaluationOptions = NO_OPTIONS,
): EvaluatedParts {
  const setting = settingOf(input, organisation, now);
  const { context, verdicts } = judge(setting);
  const standings = standingsOf(setting, verdicts, options);
  const state = stateOf(setting, standings);
  return {
    setting,
    context,
    verdicts,
    standings,
    assessment: assessmentOf(input.entity, standings, state),
    events: () => eventsSince(input.prior, state, setting, standings),
  };
}
