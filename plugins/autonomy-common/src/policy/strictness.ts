import { CONSEQUENCES } from '../model';
import type { FieldPath } from './DocumentLines';

/**
 * Which way a field is stricter: a greater or a smaller figure, the later word of a list, or a list
 * that holds more.
 */
export type Strictness = 'more' | 'less' | 'superset' | readonly unknown[];

const NO_YES = [false, true];
const YES_NO = [true, false];

/** Fields of a policy that an overlay may tighten; `*` stands for any key. Model section 14. */
const OVERLAY_FIELDS: Readonly<Record<string, Strictness>> = {
  'levels.*.minReadiness': 'more',
  'levels.*.minAccountability': 'more',
  'levels.*.minTrust.value': 'more',
  'levels.*.minTrust.consequences': 'superset',
  'levels.*.sustainedFor': 'more',
  'levels.*.promotion': ['auto', 'board'],
  'areas.*.consequence': CONSEQUENCES,
  'guardrails.grace.*': 'less',
  'guardrails.caps.*': 'less',
  'guardrails.mandatoryLevelBound.*': 'less',
  'accountability.requiredCeiling': 'less',
  'ladder.demotionGrace': 'less',
  'exemptions.maxDuration': 'less',
  'exemptions.renewals': 'less',
  'exemptions.maxDebt': 'less',
  'grants.maxDuration': 'less',
  'grants.renewals': 'less',
  'governance.rules.*.quorum': 'more',
  'governance.rules.*.approval': ['majority', 'unanimous'],
  'trust.need.*': 'more',
  'rights.byLevel.*.*': 'less',
  'decisions.actorCaps.*.*': 'less',
};

/** Further fields of a policy of which it is known which way is stricter. */
const BASE_FIELDS: Readonly<Record<string, Strictness>> = {
  'guardrails.recovery': 'more',
  'readiness.orgPassAt': 'more',
  'ladder.reopenAfter': 'more',
  'trust.start': 'less',
  'trust.halfLifeMonths': 'more',
  'trust.month': 'more',
  'trust.unreliableBefore': 'more',
  'trust.rho': 'more',
  'trust.repeatCap': 'more',
  'trust.sameDayFactor': 'more',
  'trust.loss.*.*': 'more',
  'trust.learning.reviewed': 'more',
  'trust.learning.actionsClosed': 'more',
  'trust.learning.planHeld': 'more',
  'trust.learning.planHeldAfter': 'more',
  'trust.learning.lowReviewed': 'more',
  'trust.learning.lowReviewedWithin': 'less',
  'trust.bypassFor': 'more',
  'tiers.raiseConsequenceAt': 'more',
  'facts.defaultTtl': 'less',
  'facts.coverageSilence': 'less',
  'reviews.dueAfter': 'less',
  'reviews.unresolvedAfter': 'less',
  'catalog.linkedScore': 'less',
  'repair.plans.*.cap': 'less',
  'repair.lowSafetyCap': 'less',
  'decisions.aloneFrom': 'more',
  'decisions.reviewWithin': 'less',
  'decisions.outcomesUpTo': 'more',
  'decisions.outcomeWithin': 'less',
};

/** Fields of a check of the base that an overlay may tighten. */
export const CHECK_FIELDS = {
  passAt: 'more',
  attestable: YES_NO,
  mandatory: NO_YES,
  effect: ['inform', 'narrow', 'stop'],
  narrowTo: 'less',
  grace: 'less',
  consequence: CONSEQUENCES,
  required: NO_YES,
  promotionOnly: YES_NO,
} as const satisfies Readonly<Record<string, Strictness>>;

/** What a field of a check says where it is absent. */
export const CHECK_DEFAULTS: Readonly<Record<string, unknown>> = {
  attestable: false,
  mandatory: false,
  required: false,
  promotionOnly: false,
};

const POLICY_FIELDS = { ...OVERLAY_FIELDS, ...BASE_FIELDS };

/** Which way a field of the policy is stricter; undefined where that cannot be told. */
export function policyStrictness(path: FieldPath): Strictness | undefined {
  const pattern = Object.keys(POLICY_FIELDS).find(candidate => {
    const keys = candidate.split('.');
    return (
      keys.length === path.length &&
      keys.every((key, i) => key === '*' || key === String(path[i]))
    );
  });
  return pattern === undefined ? undefined : POLICY_FIELDS[pattern];
}

function isSubset(part: readonly unknown[], whole: readonly unknown[]) {
  return part.every(item => whole.includes(item));
}

/**
 * Above 0 where `after` is stricter than `before`, below 0 where it is looser, 0 where they are
 * equal; undefined where they cannot be compared.
 */
export function compareStrictness(
  strictness: Strictness,
  before: unknown,
  after: unknown,
): number | undefined {
  if (strictness === 'superset') {
    const [a, b] = [before as unknown[], after as unknown[]];
    if (isSubset(a, b)) return isSubset(b, a) ? 0 : 1;
    return isSubset(b, a) ? -1 : undefined;
  }
  if (strictness === 'more') return Number(after) - Number(before);
  if (strictness === 'less') return Number(before) - Number(after);
  return strictness.indexOf(after) - strictness.indexOf(before);
}

/** The stricter of two values, or what is as strict as both. */
export function stricterOf(
  strictness: Strictness,
  a: unknown,
  b: unknown,
): unknown {
  if (strictness === 'superset') {
    return [...new Set([...(a as unknown[]), ...(b as unknown[])])];
  }
  return compareStrictness(strictness, a, b)! > 0 ? b : a;
}

/** What a value must be to be at least as strict as another, in words. */
export function expectation(strictness: Strictness, base: string): string {
  if (strictness === 'more') return `at least ${base}`;
  if (strictness === 'less') return `at most ${base}`;
  return strictness === 'superset' ? `all of ${base}` : `${base} or stricter`;
}
