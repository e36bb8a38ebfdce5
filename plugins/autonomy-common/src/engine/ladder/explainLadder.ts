import type {
  AutonomyLevel,
  LevelAtRisk,
  LevelRequirement,
  LevelResult,
  LevelStep,
} from '../../model';
import {
  counts,
  explainCheck,
  isMet,
  type CheckVerdict,
  type FactContext,
} from '../checks';
import { reaches } from '../math';
import {
  demotionGrace,
  levelRecovery,
  type ClimbContext,
  type LadderState,
} from './climb';
import { boundOf } from './assessLadder';
import { reopensAt } from './promotion';
import type { LadderInput, LadderStanding, Rung } from './LadderStanding';

/** The ladder of one entity at one instant. */
export interface Ladder {
  input: LadderInput;
  standing: LadderStanding;
  climbing: ClimbContext;
  state: LadderState;
}

/** An announced check holds nobody back: it counts nowhere. */
function checkRequirements(
  { policy: { level } }: Rung,
  verdicts: readonly CheckVerdict[],
  context: FactContext,
): LevelRequirement[] {
  const requirements: LevelRequirement[] = [];
  for (const verdict of verdicts) {
    const { definition } = verdict.check;
    if (definition.level !== level || verdict.state === 'not-applicable') {
      continue;
    }
    requirements.push({
      kind: 'check',
      met: isMet(verdict) || !counts(verdict),
      check: explainCheck(verdict, context),
      promotionOnly: definition.promotionOnly,
    });
  }
  return requirements;
}

function minimumRequirements(
  { policy: { minReadiness, minAccountability, minTrust } }: Rung,
  { readiness, accountability, trust, consequences }: LadderInput,
): LevelRequirement[] {
  const requirements: LevelRequirement[] = [];
  if (minReadiness !== undefined) {
    requirements.push({
      kind: 'readiness',
      met: reaches(readiness ?? 0, minReadiness),
      minimum: minReadiness,
      actual: readiness,
    });
  }
  if (minAccountability !== undefined) {
    requirements.push({
      kind: 'accountability',
      met: reaches(accountability, minAccountability),
      minimum: minAccountability,
      actual: accountability,
    });
  }
  if (minTrust === undefined) return requirements;
  for (const { result } of trust) {
    const { area, value } = result;
    if (!minTrust.consequences.includes(consequences.get(area)!)) continue;
    requirements.push({
      kind: 'trust',
      met: reaches(value, minTrust.value),
      minimum: minTrust.value,
      actual: value,
      area,
    });
  }
  return requirements;
}

/** A breached mandatory guardrail bounds the level, however good the rest is. */
function guardrailRequirements(
  { policy: { level } }: Rung,
  input: LadderInput,
): LevelRequirement[] {
  const relevant = input.guardrails.filter(
    guardrail => guardrail.mandatory && boundOf(guardrail, input) < level,
  );
  if (relevant.length === 0) return [];
  const breached = relevant.filter(guardrail => guardrail.breached);
  const binding = breached.length > 0 ? breached : relevant;
  const bounds = binding.map(guardrail => boundOf(guardrail, input));
  return [
    {
      kind: 'guardrail',
      met: breached.length === 0,
      bound: Math.min(...bounds) as AutonomyLevel,
      guardrailIds: breached.map(({ verdict }) => verdict.check.definition.id),
    },
  ];
}

function explainRung(
  rung: Rung,
  verdicts: readonly CheckVerdict[],
  { input, state, climbing }: Ladder,
  context: FactContext,
): LevelStep {
  const { level, title, sustainedFor, promotion } = rung.policy;
  const heldSince = state.heldSince[level];
  const above = level > state.level;
  const proposal = state.proposals.find(each => each.level === level);
  return {
    level,
    title,
    met: rung.met,
    sustainedFor,
    promotion,
    heldSince,
    sustainedAt:
      heldSince !== undefined && above
        ? heldSince + (sustainedFor ?? 0)
        : undefined,
    proposal,
    reopensAt:
      proposal?.state === 'rejected' && heldSince !== undefined
        ? reopensAt(proposal, heldSince, climbing)
        : undefined,
    requirements: [
      ...checkRequirements(rung, verdicts, context),
      ...minimumRequirements(rung, input),
      ...guardrailRequirements(rung, input),
    ],
  };
}

function explainRisk(
  { level, atRisk }: LadderState,
  { kept }: LadderStanding,
  context: ClimbContext,
): LevelAtRisk | undefined {
  if (!atRisk) return undefined;
  const { notPassingSince, recoveringSince } = atRisk;
  const falls = kept < level;
  return {
    since: notPassingSince,
    fallsAt: falls ? notPassingSince + demotionGrace(context) : undefined,
    fallsTo: falls ? (kept as AutonomyLevel) : undefined,
    recoversAt:
      recoveringSince === undefined
        ? undefined
        : recoveringSince + levelRecovery(context),
  };
}

/**
 * The ladder with what each level asks for, and where the entity stands on it. Model section 6.
 * @param verdicts - in the order to show them
 */
export function explainLadder(
  ladder: Ladder,
  verdicts: readonly CheckVerdict[],
  context: FactContext,
): LevelResult {
  const { state, standing, climbing } = ladder;
  const { level } = state;
  return {
    level,
    title: standing.rungs[level - 1].policy.title,
    takenAt: state.takenAt[level]!,
    eligible: standing.eligible as AutonomyLevel,
    atRisk: explainRisk(state, standing, climbing),
    ladder: standing.rungs.map(rung =>
      explainRung(rung, verdicts, ladder, context),
    ),
  };
}
