/**
 * How often each answer from 1 to 5 was given; never whose answer it was.
 * @public
 */
export type PulseCounts = readonly [number, number, number, number, number];

/** What an owning group did in a stretch of time. @public */
export interface FatigueCounts {
  /** Decisions in which the right was 4 or 5. */
  decisions: number;
  /** Of them those for which approval was asked all the same. */
  approvalsAsked: number;
  escalations: number;
  deployments: number;
  experiments: number;
}

/** Answers to the latest anonymous pulse of a group; 5 is full agreement. Model section 12. @public */
export interface FatiguePulse {
  /** "We speak openly with each other." */
  communication: PulseCounts;
  /** "Our reviews look for causes, not for somebody to blame." */
  blame: PulseCounts;
  /** "A mistake would have significant consequences for me." */
  personalConsequences: PulseCounts;
}

/** @public */
export interface FatigueInput {
  /** Members of the owning group. */
  members: number;
  /** Over the policy's recent days. */
  recent: FatigueCounts;
  /** Over the days before. */
  before: FatigueCounts;
  pulse?: FatiguePulse;
}

/** Too few to tell is never healthy. @public */
export type FatigueSignState = 'sign' | 'no-sign' | 'not-enough';

/** One sign of trust fatigue with its figures; none where there are too few to tell. @public */
export type FatigueSign = { state: FatigueSignState } & (
  | {
      kind: 'approvals-asked' | 'escalations' | 'delivery';
      recentPerWeek?: number;
      beforePerWeek?: number;
      /** Share of recent decisions in which approval was asked without need, 0..1. */
      share?: number;
    }
  | {
      kind: 'communication' | 'blame';
      /** 1..5 */
      mean?: number;
      answers?: number;
    }
);

/** Model section 12. @public */
export interface FatigueSignals {
  signs: FatigueSign[];
  suggestsAudit: boolean;
  /** What the signs point to, once they suggest an audit; absent where the pulse does not say. */
  pointsTo?: 'fatigue' | 'burnout';
}
