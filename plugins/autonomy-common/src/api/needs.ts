import type { AutonomyLevel, Matter } from '../model';

/**
 * What somebody can be needed for: as an owner a guardrail that is breached or at risk, a level at risk, an
 * exemption or an answer about to expire, a review that is due, the last steps to a level, a plan to sign, a trust audit
 * to rate; as a member of a board an undecided promotion, request for an exemption, dispute about an incident or
 * other proposal, and a trust audit to rate or to settle.
 * @public
 */
export const NEED_KINDS = [
  'guardrail-breached',
  'guardrail-at-risk',
  'level-at-risk',
  'exemption-expiring',
  'attestation-expiring',
  'incident-review',
  'deployment-review',
  'next-level',
  'plan-unsigned',
  'audit-unrated',
  'promotion-undecided',
  'exemption-undecided',
  'incident-undecided',
  'proposal-undecided',
  'audit-undecided',
] as const;

/** @public */
export type NeedKind = (typeof NEED_KINDS)[number];

/** One thing that waits for the caller. @public */
export interface Need {
  kind: NeedKind;
  /** The caller is needed as one of the owners, or as a member of the board. */
  as: 'owner' | 'board';
  entity: { entityRef: string; name: string; title?: string };
  /** The check, incident, deployment, area or plan that it is about, in words. */
  subject?: string;
  /** The level that is at risk, near or proposed. */
  level?: AutonomyLevel;
  /** Of `proposal-undecided`: what kind of thing it is. */
  matter?: Matter;
  /** Of a proposal, plan or audit: its id. */
  ref?: string;
  /** Of `next-level`: requirements that are not met. */
  open?: number;
  /** UTC milliseconds; absent where nothing ends. In the past where it is overdue. */
  dueAt?: number;
}

/** What waits for the caller. @public */
export interface Needs {
  /** The most urgent first, 50 at the most. */
  items: Need[];
  /** How many there are altogether, by kind; what there is none of is left out. */
  counts: Partial<Record<NeedKind, number>>;
  /** Entities in scope that the caller owns. */
  owned: number;
  /** Governance domains, or the centre, that the caller decides for. */
  boards: number;
}
