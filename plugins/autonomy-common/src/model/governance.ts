/** What boards decide about. @public */
export const MATTERS = [
  'promotion',
  'placement',
  'tier-review',
  'incident',
  'bypass',
  'cross-domain',
  'exemption',
  'grant',
  'plan',
  'plan-change',
] as const;

/** @public */
export type Matter = (typeof MATTERS)[number];

/**
 * How a board decides about a matter.
 * @public
 */
export interface MatterRule {
  /** Votes that are needed; where fewer members may vote, all of theirs. */
  quorum: number;
  /** `majority`: more approve than reject; `unanimous`: nobody rejects. */
  approval: 'majority' | 'unanimous';
  /** In milliseconds; absent means it waits for as long as it takes. */
  lapsesAfter?: number;
}

/** How boards decide. @public */
export interface GovernancePolicy {
  rules: Record<Matter, MatterRule>;
  /** For how long a rejection can be taken to the central board, in milliseconds. */
  appealWithin: number;
  /** For how long the audits of a quarter may take, in milliseconds. */
  auditsDueAfter: number;
}
