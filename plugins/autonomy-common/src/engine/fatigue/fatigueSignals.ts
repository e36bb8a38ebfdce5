import type {
  FatigueCounts,
  FatigueInput,
  FatiguePolicy,
  FatigueSign,
  FatigueSignals,
  FatigueSignState,
} from '../../model';
import { DAY } from '../duration';
import { reaches } from '../math';
import { pointsTo, pulseSign } from './pulse';

const WEEK = 7 * DAY;

const SIGNS = [
  'approvals-asked',
  'escalations',
  'delivery',
  'communication',
  'blame',
] as const;

interface Rates {
  recentPerWeek: number;
  beforePerWeek: number;
}

function ratesOf(recent: number, before: number, policy: FatiguePolicy): Rates {
  return {
    recentPerWeek: (recent * WEEK) / policy.recent,
    beforePerWeek: (before * WEEK) / policy.before,
  };
}

/** Nothing before is nothing to compare with, and so no sign. */
function hasGrown(rates: Rates, { growth }: FatiguePolicy): boolean {
  const { recentPerWeek, beforePerWeek } = rates;
  return beforePerWeek > 0 && reaches(recentPerWeek, growth * beforePerWeek);
}

function stateOf(sign: boolean): FatigueSignState {
  return sign ? 'sign' : 'no-sign';
}

function approvalsSign(
  { recent, before }: FatigueInput,
  policy: FatiguePolicy,
): FatigueSign {
  const kind = 'approvals-asked';
  if (recent.decisions < policy.minDecisions) {
    return { kind, state: 'not-enough' };
  }
  const share = recent.approvalsAsked / recent.decisions;
  const rates = ratesOf(recent.approvalsAsked, before.approvalsAsked, policy);
  const sign = reaches(share, policy.askedShare) && hasGrown(rates, policy);
  return { kind, state: stateOf(sign), share, ...rates };
}

/** Fewer events than decisions would have to be, in both stretches together, say nothing. */
function rateSign(
  kind: 'escalations' | 'delivery',
  { recent, before }: FatigueInput,
  count: (counts: FatigueCounts) => number,
  isSign: (rates: Rates) => boolean,
  policy: FatiguePolicy,
): FatigueSign {
  const [now, then] = [count(recent), count(before)];
  if (now + then < policy.minDecisions) return { kind, state: 'not-enough' };
  const rates = ratesOf(now, then, policy);
  return { kind, state: stateOf(isSign(rates)), ...rates };
}

/**
 * Signs of trust fatigue in an owning group, from counts that name nobody. Groups that are too
 * small are not looked at. Model section 12.
 * @public
 */
export function fatigueSignals(
  input: FatigueInput,
  policy: FatiguePolicy,
): FatigueSignals {
  if (input.members < policy.minMembers) {
    return {
      signs: SIGNS.map(kind => ({ kind, state: 'not-enough' })),
      suggestsAudit: false,
    };
  }
  const { pulse } = input;
  const signs = [
    approvalsSign(input, policy),
    rateSign(
      'escalations',
      input,
      ({ escalations }) => escalations,
      rates => hasGrown(rates, policy),
      policy,
    ),
    rateSign(
      'delivery',
      input,
      ({ deployments, experiments }) => deployments + experiments,
      ({ recentPerWeek, beforePerWeek }) =>
        beforePerWeek > 0 &&
        reaches(policy.decline * beforePerWeek, recentPerWeek),
      policy,
    ),
    pulseSign('communication', pulse?.communication, policy),
    pulseSign('blame', pulse?.blame, policy),
  ];
  const count = signs.filter(({ state }) => state === 'sign').length;
  const suggestsAudit = count >= policy.auditFrom;
  return {
    signs,
    suggestsAudit,
    pointsTo: suggestsAudit
      ? pointsTo(pulse?.personalConsequences, policy)
      : undefined,
  };
}
