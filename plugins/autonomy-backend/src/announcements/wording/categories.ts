import type { NotificationSeverity } from '@backstage/plugin-notifications-common';

/**
 * Whom a change concerns.
 *
 * @internal
 */
export type Audience = 'owner' | 'board';

/**
 * A kind of change as people are told of it.
 *
 * @internal
 */
export interface CategoryTerms {
  audience: readonly Audience[];
  /** What people can switch off. */
  topic: 'levels' | 'guardrails' | 'rights' | 'proposals' | 'plans' | 'audits';
  severity: NotificationSeverity;
  /** What is so of all that are told of at once. */
  label: string;
}

const BOTH: readonly Audience[] = ['owner', 'board'];
const OWNER: readonly Audience[] = ['owner'];
const BOARD: readonly Audience[] = ['board'];

/**
 * What people are told of. Of changes of equal severity the one that stands first is the main one.
 *
 * @internal
 */
export const CATEGORIES = {
  'level-demoted': {
    audience: BOTH,
    topic: 'levels',
    severity: 'high',
    label: 'Fell to a lower level',
  },
  'level-at-risk': {
    audience: OWNER,
    topic: 'levels',
    severity: 'high',
    label: 'Level at risk',
  },
  'guardrail-breached': {
    audience: BOTH,
    topic: 'guardrails',
    severity: 'normal',
    label: 'Guardrail breached',
  },
  'guardrail-unknown': {
    audience: BOTH,
    topic: 'guardrails',
    severity: 'normal',
    label: 'Guardrail that cannot be told',
  },
  'plan-lapsed': {
    audience: BOTH,
    topic: 'plans',
    severity: 'normal',
    label: 'Plan lapsed',
  },
  'plan-ending': {
    audience: BOTH,
    topic: 'plans',
    severity: 'normal',
    label: 'Plan ends soon',
  },
  'plan-review-due': {
    audience: BOTH,
    topic: 'plans',
    severity: 'normal',
    label: 'Plan to be reviewed',
  },
  'proposal-opened': {
    audience: BOARD,
    topic: 'proposals',
    severity: 'normal',
    label: 'Promotion waits for the board',
  },
  'exemption-requested': {
    audience: BOARD,
    topic: 'proposals',
    severity: 'normal',
    label: 'Exemption waits for the board',
  },
  'matter-opened': {
    audience: BOARD,
    topic: 'proposals',
    severity: 'normal',
    label: 'Waits for the board',
  },
  'matter-rejected': {
    audience: OWNER,
    topic: 'proposals',
    severity: 'normal',
    label: 'Rejected by the board',
  },
  'audit-opened': {
    audience: BOTH,
    topic: 'audits',
    severity: 'normal',
    label: 'Trust audit to rate',
  },
  'audit-rated': {
    audience: BOARD,
    topic: 'audits',
    severity: 'normal',
    label: 'Trust audit to settle',
  },
  'decision-revoked': {
    audience: OWNER,
    topic: 'proposals',
    severity: 'normal',
    label: 'Revoked by the board',
  },
  'matter-approved': {
    audience: OWNER,
    topic: 'proposals',
    severity: 'normal',
    label: 'Approved by the board',
  },
  'matter-lapsed': {
    audience: OWNER,
    topic: 'proposals',
    severity: 'low',
    label: 'Lapsed without a decision',
  },
  'proposal-rejected': {
    audience: OWNER,
    topic: 'proposals',
    severity: 'normal',
    label: 'Promotion rejected',
  },
  'rights-narrowed': {
    audience: OWNER,
    topic: 'rights',
    severity: 'normal',
    label: 'Rights narrowed',
  },
  'policy-narrows': {
    audience: OWNER,
    topic: 'rights',
    severity: 'normal',
    label: 'A change of the policy would narrow rights',
  },
  'guardrail-at-risk': {
    audience: OWNER,
    topic: 'guardrails',
    severity: 'normal',
    label: 'Guardrail at risk',
  },
  'level-promoted': {
    audience: BOTH,
    topic: 'levels',
    severity: 'normal',
    label: 'Rose to a higher level',
  },
  'plan-completed': {
    audience: BOTH,
    topic: 'plans',
    severity: 'low',
    label: 'Plan completed',
  },
  'proposal-lapsed': {
    audience: BOARD,
    topic: 'proposals',
    severity: 'low',
    label: 'Proposal lapsed',
  },
  'rights-widened': {
    audience: OWNER,
    topic: 'rights',
    severity: 'low',
    label: 'Rights widened',
  },
  'level-recovered': {
    audience: OWNER,
    topic: 'levels',
    severity: 'low',
    label: 'Level safe again',
  },
  'guardrail-recovering': {
    audience: OWNER,
    topic: 'guardrails',
    severity: 'low',
    label: 'Guardrail passes again',
  },
  'guardrail-back': {
    audience: OWNER,
    topic: 'guardrails',
    severity: 'low',
    label: 'Guardrail no longer in the way',
  },
} as const satisfies Record<string, CategoryTerms>;

/** @internal */
export type Category = keyof typeof CATEGORIES;

const ORDER = Object.keys(CATEGORIES);

/**
 * For sorting: the heavier category first.
 *
 * @internal
 */
export function compareCategories(a: Category, b: Category): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
