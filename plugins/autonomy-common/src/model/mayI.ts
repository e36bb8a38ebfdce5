import type { RightCap, RightGrant } from './rights';
import type {
  Actor,
  AreaOwner,
  DecisionRight,
  DecisionRightName,
  GuardrailEffect,
  GuardrailStatus,
} from './vocabulary';

/** "May I, without asking?" Model section 11. @public */
export interface MayIQuery {
  /** Id of a decision area; may be left out where the action names it. */
  area?: string;
  /** What is to be done. Names its area where it is the id of one, or starts with `<area>:`. */
  action?: string;
  actor: Actor;
}

/** What keeps an answer from being higher. @public */
export type DecisionCap =
  | RightCap
  | { kind: 'actor'; right: DecisionRight; actor: Actor }
  | { kind: 'grant'; right: DecisionRight; ref: string; title: string };

/** A guardrail of the area that does not simply hold. @public */
export interface GuardrailInPlay {
  id: string;
  title: string;
  status: GuardrailStatus;
  effect: GuardrailEffect;
  mandatory: boolean;
  /** When it takes effect unless it passes before, in UTC milliseconds. */
  breachesAt?: number;
}

/** What comes with the answer. @public */
export interface DecisionObligation {
  kind: 'peer-review' | 'review' | 'record-outcome';
  /** In UTC milliseconds, for an action right now; absent means before acting. */
  dueAt?: number;
}

/** @public */
export interface MayIAnswer {
  entityRef: string;
  area: string;
  action?: string;
  actor: Actor;
  right: DecisionRight;
  /** The right in a word. */
  outcome: DecisionRightName;
  /** Whether nobody outside the team is asked. */
  decision: boolean;
  /** False while rights are computed and shown only: the answer is advice. */
  enforced: boolean;
  /** From when answers bind, where that is still to come; UTC milliseconds. */
  enforcedFrom?: number;
  /** The bounds that keep the right from being higher; empty for the highest. */
  caps: DecisionCap[];
  /** The grant in force in the area. */
  grant?: RightGrant;
  guardrails: GuardrailInPlay[];
  obligations: DecisionObligation[];
  /** Whose board approves. */
  approver: {
    board: AreaOwner;
    /** Absent means the central board. */
    boardRef?: string;
  };
  /** Before this instant the answer stands unless new evidence arrives; UTC milliseconds. */
  validUntil: number;
  evaluatedAt: number;
  policyVersion: string;
}

/** The answer about an entity that is unknown, unreadable or out of scope: always the same. @public */
export interface MayIDenial {
  decision: false;
  reason: 'unknown-entity';
}
