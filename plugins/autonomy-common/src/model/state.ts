import type {
  AutonomyLevel,
  DecisionRight,
  EntityGuardrailStatus,
  GuardrailStatus,
  ReadinessBand,
} from './vocabulary';

/**
 * Since when something has not been passing. It clears only after it has passed without a break
 * for the recovery time. Model section 4.
 * @public
 */
export interface NotPassingClock {
  notPassingSince: number;
  /** Since when it has been passing again. */
  recoveringSince?: number;
}

/** A promotion that waits for a board, or was rejected by one. Model section 6. @public */
export interface PromotionProposal {
  level: AutonomyLevel;
  openedAt: number;
  state: 'open' | 'rejected';
  rejectedAt?: number;
}

/** How a plan ended by itself. Model section 9. @public */
export interface PlanEnd {
  outcome: 'completed' | 'lapsed';
  at: number;
}

/** What the last evaluation said, so that the next can tell what changed. @public */
export interface EvaluationOutcome {
  readinessBand?: ReadinessBand;
  guardrailStatus: EntityGuardrailStatus;
  /** Status by check id. */
  guardrails: Record<string, GuardrailStatus>;
  /** Effective right by area. */
  rights: Record<string, DecisionRight>;
}

/**
 * What one evaluation leaves to the next: clocks, level and proposals. Instants are UTC
 * milliseconds. Model section 13.
 * @public
 */
export interface EvaluationState {
  policyVersion: string;
  evaluatedAt: number;
  /** Before this instant nothing changes without new evidence. */
  nextChangeAt?: number;
  level: AutonomyLevel;
  /** When the current level and those below it were taken. */
  takenAt: Partial<Record<AutonomyLevel, number>>;
  /** Since when each level is held without a break and without leaning on an exemption. */
  heldSince: Partial<Record<AutonomyLevel, number>>;
  /** Runs while the current level is not held. */
  atRisk?: NotPassingClock;
  /** Clocks that run, by check id. */
  guardrails: Record<string, NotPassingClock>;
  /** At most one a level. */
  proposals: PromotionProposal[];
  /** Plans that ended by themselves, by id. */
  plans: Record<string, PlanEnd>;
  outcome: EvaluationOutcome;
}

/** What made something change: a policy, evidence, somebody's decision, or time alone. @public */
export type EventCause = 'policy' | 'evidence' | 'decision' | 'time';

/** What an event points at as its reason. @public */
export interface EventReason {
  kind:
    | 'check'
    | 'readiness'
    | 'accountability'
    | 'trust'
    | 'guardrail'
    | 'level'
    | 'plan'
    | 'bypass'
    | 'grant'
    | 'proposal';
  /** Id of the check, plan, incident or grant; the area of a trust. */
  ref?: string;
}

/** Something that changed from one evaluation to the next. @public */
export type EvaluationEvent = {
  at: number;
  cause: EventCause;
  reasons: EventReason[];
} & (
  | { kind: 'level-promoted'; from: AutonomyLevel; to: AutonomyLevel }
  | { kind: 'level-demoted'; from: AutonomyLevel; to: AutonomyLevel }
  | { kind: 'level-at-risk'; level: AutonomyLevel; fallsAt: number }
  | { kind: 'level-recovered'; level: AutonomyLevel }
  | { kind: 'proposal-opened'; level: AutonomyLevel }
  | { kind: 'proposal-lapsed'; level: AutonomyLevel }
  | { kind: 'proposal-rejected'; level: AutonomyLevel }
  | {
      kind: 'guardrail-changed';
      checkId: string;
      from?: GuardrailStatus;
      to?: GuardrailStatus;
    }
  | {
      kind: 'readiness-changed';
      from?: ReadinessBand;
      to?: ReadinessBand;
    }
  | {
      kind: 'right-changed';
      area: string;
      from?: DecisionRight;
      to: DecisionRight;
    }
  | { kind: 'plan-ended'; planId: string; outcome: PlanEnd['outcome'] }
);
