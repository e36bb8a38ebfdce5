import type { CheckResult } from './checks';
import type { EntityTier } from './evidence';
import type { TrustResult } from './trust';
import type {
  AreaOwner,
  AutonomyLevel,
  CapKind,
  Consequence,
  DecisionRight,
  EntityGuardrailStatus,
  GuardrailEffect,
  GuardrailStatus,
  Promotion,
  ReadinessBand,
} from './vocabulary';

/** Readiness, 0..100, and its gaps. Model section 3. @public */
export interface ReadinessResult {
  /** Without exemptions; minima use this one. Absent without applicable checks. */
  score?: number;
  /** With exempt checks left out. */
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
  /** Score before the ceiling that a missing required item imposes. */
  uncapped: number;
  /** Whether a required item does not pass. */
  requiredMissing: boolean;
  items: AccountabilityItem[];
}

/** One thing a level asks for. @public */
export type LevelRequirement =
  | { kind: 'check'; met: boolean; check: CheckResult }
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
  requirements: LevelRequirement[];
}

/** Where the entity stands on the ladder. Model section 6. @public */
export interface LevelResult {
  /** The level in force. */
  level: AutonomyLevel;
  title: string;
  /** The highest level whose requirements, and those of all levels below, are met now. */
  eligible: AutonomyLevel;
  ladder: LevelStep[];
}

/** One named upper bound with its reason. Model section 8. @public */
export interface RightCap {
  kind: CapKind;
  right: DecisionRight;
  /** Check id of a guardrail, id of a plan or of a bypass incident. */
  ref?: string;
  title?: string;
  /** What the cap was computed from, e.g. trust or accountability 0..1, or the level. */
  actual?: number;
  /** What trust or accountability is measured against: the right is `step(actual / need)`. */
  need?: number;
  /** The value of `actual` from which this cap would be higher; absent where it cannot rise. */
  nextAt?: number;
}

/** What the team may decide in one area, and why. Model section 8. @public */
export interface RightResult {
  area: string;
  title: string;
  /** Today's consequence of the area for this entity. */
  consequence: Consequence;
  ownedBy: AreaOwner;
  /** The smallest cap. */
  recommended: DecisionRight;
  /** The right in force. */
  effective: DecisionRight;
  caps: RightCap[];
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
  policyVersion: string;
  level: LevelResult;
  guardrails: GuardrailsResult;
  readiness: ReadinessResult;
  accountability: AccountabilityResult;
  trust: TrustResult[];
  rights: RightResult[];
  evidence: EvidenceState;
}
