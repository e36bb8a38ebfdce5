import type { CheckResult } from './checks';
import type { EntityTier } from './evidence';
import type { RightResult } from './rights';
import type {
  EvaluationEvent,
  EvaluationState,
  PromotionProposal,
} from './state';
import type { TrustResult } from './trust';
import type {
  AutonomyLevel,
  Consequence,
  DecisionRight,
  EntityGuardrailStatus,
  GuardrailEffect,
  GuardrailStatus,
  PlanApproach,
  Promotion,
  ReadinessBand,
} from './vocabulary';

/** Readiness, 0..100, and its gaps. Model section 3. @public */
export interface ReadinessResult {
  /** Without exemptions; minima use this one. Absent without applicable checks. */
  score?: number;
  /** With exempt checks left out where that lifts it. */
  scoreWithExemptions?: number;
  band?: ReadinessBand;
  /** Applicable, non-exempt checks that do not pass. */
  gaps: number;
  /** Checks that apply and count. */
  applicable: number;
  checks: CheckResult[];
}

/** One guardrail with its effect. Model section 4. @public */
export interface GuardrailResult {
  check: CheckResult;
  status: GuardrailStatus;
  areas: string[];
  consequence: Consequence;
  effect: GuardrailEffect;
  /** The right that remains in its areas while breached; absent for effect `inform`. */
  cap?: DecisionRight;
  mandatory: boolean;
  /** How long it may fail before it takes effect, in milliseconds. */
  grace: number;
  notPassingSince?: number;
  /** When it takes effect unless it passes before; while at risk. */
  breachesAt?: number;
  /** When its clock clears if it keeps passing. */
  recoversAt?: number;
}

/** All guardrails of an entity. Model section 4. @public */
export interface GuardrailsResult {
  status: EntityGuardrailStatus;
  /** How many stand at each status. */
  counts: Record<GuardrailStatus, number>;
  guardrails: GuardrailResult[];
  /** Guardrails that do not count yet; absent without any. */
  announced?: CheckResult[];
}

/** One accountability item. @public */
export interface AccountabilityItem {
  check: CheckResult;
  required: boolean;
}

/** How rigorously outcomes are measured, 0..1. Model section 5. @public */
export interface AccountabilityResult {
  score: number;
  /** Score before the ceiling that a missing required item imposes: the points of the items. */
  uncapped: number;
  /** What the ceiling takes away, 0 or less: `score = uncapped + ceiling`. */
  ceiling: number;
  /** Whether a required item does not pass. */
  requiredMissing: boolean;
  items: AccountabilityItem[];
}

/** One thing a level asks for. @public */
export type LevelRequirement =
  | {
      kind: 'check';
      met: boolean;
      check: CheckResult;
      /** It keeps from promotion and never leads to demotion. */
      promotionOnly?: boolean;
    }
  | { kind: 'readiness'; met: boolean; minimum: number; actual?: number }
  | { kind: 'accountability'; met: boolean; minimum: number; actual: number }
  | {
      kind: 'trust';
      met: boolean;
      minimum: number;
      actual: number;
      area: string;
    }
  | {
      /** A mandatory guardrail is breached and bounds the level. */
      kind: 'guardrail';
      met: boolean;
      bound: AutonomyLevel;
      guardrailIds: string[];
    };

/** One rung of the ladder. Model section 6. @public */
export interface LevelStep {
  level: AutonomyLevel;
  title: string;
  /** All its requirements are met (those of lower levels are not looked at). */
  met: boolean;
  /** How long it must be held before promotion, in milliseconds. */
  sustainedFor?: number;
  promotion?: Promotion;
  /** Since when it is held without a break, without exemptions and with the level below taken. */
  heldSince?: number;
  /** When it will have been held long enough, if nothing breaks. */
  sustainedAt?: number;
  proposal?: PromotionProposal;
  /** When a rejected proposal opens again if the level stays held. */
  reopensAt?: number;
  requirements: LevelRequirement[];
}

/** The current level is not held, or has only just been held again. Model section 6. @public */
export interface LevelAtRisk {
  since: number;
  /** When the level falls unless it is held before; absent while it is held again. */
  fallsAt?: number;
  /** The level it falls to as things stand. */
  fallsTo?: AutonomyLevel;
  /** When the risk is over if the level stays held. */
  recoversAt?: number;
}

/** Where the entity stands on the ladder. Model section 6. @public */
export interface LevelResult {
  /** The level in force. */
  level: AutonomyLevel;
  title: string;
  /** When it was taken. */
  takenAt: number;
  /** The highest level whose requirements, and those of all levels below, are met now. */
  eligible: AutonomyLevel;
  atRisk?: LevelAtRisk;
  ladder: LevelStep[];
}

/** Where a recalibration plan stands. Model section 9. @public */
export interface PlanResult {
  id: string;
  title: string;
  approach: PlanApproach;
  areas: string[];
  cap?: DecisionRight;
  state: 'draft' | 'planned' | 'active' | 'completed' | 'lifted' | 'lapsed';
  startsAt: number;
  endsAt: number;
  /** Checks that must pass at the end, and whether they do now. */
  criteria: { checkId: string; met: boolean }[];
}

/** State of an incident source that watches the entity. @public */
export interface SourceState {
  source: string;
  from: number;
  to?: number;
  lastHeardAt: number;
  /** `silent` means not heard from for longer than the policy allows. */
  state: 'heard' | 'silent';
}

/** State of a collector's facts about the entity. @public */
export interface CollectorState {
  collector: string;
  collectedAt: number;
  ttl: number;
  state: 'fresh' | 'stale' | 'expired';
}

/** What the evaluation knows of its own evidence. @public */
export interface EvidenceState {
  sources: SourceState[];
  collectors: CollectorState[];
}

/** The entity as far as a reader of an evaluation needs it. @public */
export interface EvaluatedEntity {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  boardRef?: string;
  tier: EntityTier;
}

/**
 * Everything the suite says about one entity, with every reason.
 * Instants are UTC milliseconds.
 * @public
 */
export interface Evaluation {
  entity: EvaluatedEntity;
  evaluatedAt: number;
  /** Before this instant nothing discrete changes without new evidence; absent means never. */
  nextChangeAt?: number;
  policyVersion: string;
  /** The rights are computed and shown but not enforced before this instant. */
  enforcedFrom?: number;
  level: LevelResult;
  guardrails: GuardrailsResult;
  readiness: ReadinessResult;
  accountability: AccountabilityResult;
  trust: TrustResult[];
  rights: RightResult[];
  plans: PlanResult[];
  evidence: EvidenceState;
}

/** An evaluation with what it leaves to the next one and what changed since the last. @public */
export interface EvaluationStep extends Evaluation {
  state: EvaluationState;
  events: EvaluationEvent[];
}

/**
 * The figures of an evaluation without their reasons, for many entities at once.
 * @public
 */
export interface Assessment {
  entityRef: string;
  level: AutonomyLevel;
  eligible: AutonomyLevel;
  guardrailStatus: EntityGuardrailStatus;
  readiness?: number;
  readinessBand?: ReadinessBand;
  accountability: number;
  /** In the policy's order of areas. */
  trust: number[];
  recommended: DecisionRight[];
  effective: DecisionRight[];
  state: EvaluationState;
  nextChangeAt?: number;
}
