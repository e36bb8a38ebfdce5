import type { DecisionRight, Plan, PlanApproach } from '../../model';

/**
 * `draft` until team and board have signed; `lapsed` ended undecided, which is the board's finding.
 * @public
 */
export const PLAN_STATES = [
  'draft',
  'withdrawn',
  'planned',
  'active',
  'completed',
  'lifted',
  'lapsed',
] as const;

/** @public */
export type PlanState = (typeof PLAN_STATES)[number];

/** Who signed a plan. @public */
export interface PlanSignature {
  signedBy: string;
  signedAt: number;
  comment: string;
}

/** One thing that must be so at the end of a plan. @public */
export interface PlanCriterion {
  checkId: string;
  title: string;
  met: boolean;
}

/** A recalibration plan with where it stands. Instants are UTC milliseconds. Model section 9. @public */
export interface RecordedPlan
  extends Omit<Plan, 'criteria' | 'recordedAt' | 'signedAt'> {
  state: PlanState;
  boardRef: string;
  /** Why it is needed, in words. */
  reason: string;
  criteria: PlanCriterion[];
  /** When it is looked at on the way. */
  reviewAt: number;
  openedBy: string;
  openedAt: number;
  /** Changes with every edit of the draft; an older one is refused. */
  revision: number;
  team?: PlanSignature;
  /** The last signature of the board. */
  board?: PlanSignature;
  signedAt?: number;
  /** The proposal on which the board signs; absent where it has not been asked. */
  proposalId?: string;
  /** An open proposal to lift, extend or complete it. */
  changeProposalId?: string;
  endedAt?: number;
  endReason?: string;
  auditId?: string;
  may: {
    edit: boolean;
    withdraw: boolean;
    sign?: 'team' | 'board';
    lift: boolean;
    extend: boolean;
    complete: boolean;
  };
}

/** @public */
export interface NewPlan {
  entityRef: string;
  title: string;
  reason: string;
  approach: PlanApproach;
  areas: string[];
  /** The right that remains; absent means no cap. */
  cap?: DecisionRight;
  /** Ids of checks of the entity. */
  criteria: string[];
  /** Group ref of an enabling team. */
  supportedBy?: string;
  /** `source/id` */
  incidents: string[];
  /** UTC milliseconds. */
  startsAt: number;
  endsAt: number;
  reviewAt: number;
  auditId?: string;
}

/** Whole: what is left out is taken away. @public */
export type PlanDraftChange = Omit<NewPlan, 'entityRef' | 'auditId'> & {
  revision: number;
};

/** @public */
export interface ListPlansRequest {
  entity?: string[];
  board?: string[];
  state?: PlanState[];
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListPlansResponse {
  /** The last opened first. */
  items: RecordedPlan[];
  pageInfo: { nextCursor?: string };
}
