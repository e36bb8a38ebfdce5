import type { JsonObject } from '@backstage/types';
import type {
  AreaOwner,
  AutonomyLevel,
  Consequence,
  DecisionRight,
  GuardrailEffect,
  Promotion,
  ReadinessBand,
  ScorecardRole,
  Severity,
  Tier,
} from './vocabulary';
import type { CheckFix } from './checks';

/**
 * The one versioned document that holds the ladder, areas, tables, caps and limits.
 * Durations are milliseconds here and ISO 8601 durations (`P7D`) in the YAML.
 * @public
 */
export interface Policy {
  levels: LevelPolicy[];
  areas: AreaPolicy[];
  readiness: {
    /** In order; the last band has no `maxGaps`. */
    bands: { band: ReadinessBand; maxGaps?: number }[];
    orgPassAt: number;
  };
  guardrails: {
    grace: Record<Consequence, number>;
    recovery: number;
    caps: { narrow: DecisionRight; stop: DecisionRight };
    /** Highest eligible level while a mandatory guardrail of that consequence is breached. */
    mandatoryLevelBound: Record<Consequence, AutonomyLevel>;
  };
  accountability: { requiredCeiling: number };
  ladder: {
    demotionGrace: number;
    bootstrap: 'lowest' | 'sustained' | 'observe';
  };
  trust: TrustPolicy;
  rights: {
    byLevel: Record<AutonomyLevel, Record<Consequence, DecisionRight>>;
  };
  tiers: {
    /** Used while neither declared nor computed. */
    unknown: Tier;
    /** Tiers at or above this criticality raise every consequence by one step. */
    raiseConsequenceAt: Tier;
    computed: { tier: Tier; minDependents?: number; minDomains?: number }[];
  };
  facts: { defaultTtl: number; coverageSilence: number };
  reviews: {
    dueAfter: number;
    unresolvedAfter: number;
    /** Incidents less severe than this owe no review. */
    severityFrom: Severity;
    /** How soon before or after a rollback an incident must start to explain it. */
    reportWithin: number;
  };
  catalog: {
    /** Kind of tool to the annotations that link one; read as `catalog.tools.<kind>`. */
    tools: Record<string, string[]>;
    /** What a check counts, 0..1, whose tool is linked while no fact proves its use. */
    linkedScore: number;
    /** Non-blank characters from which the definition of an API documents it; less is a placeholder. */
    minDefinitionLength: number;
  };
}

/** @public */
export interface LevelPolicy {
  level: AutonomyLevel;
  title: string;
  minReadiness?: number;
  minAccountability?: number;
  /** Trust needed in every area of the named consequences. */
  minTrust?: { value: number; consequences: Consequence[] };
  sustainedFor?: number;
  promotion?: Promotion;
}

/** @public */
export interface AreaPolicy {
  id: string;
  title: string;
  consequence: Consequence;
  ownedBy: AreaOwner;
}

/** Model section 7. @public */
export interface TrustPolicy {
  window: number;
  start: number;
  /** Reliable months after which half of what is missing is earned. */
  halfLifeMonths: number;
  month: number;
  /** Time that is not reliable, up to each incident of at least `unreliableFrom`. */
  unreliableBefore: number;
  unreliableFrom: Severity;
  rho: number;
  repeatCap: number;
  /** Severities whose ordinal is always 1. */
  noRepeat: Severity[];
  sameDayFactor: number;
  loss: Record<Severity, Record<Consequence, number>>;
  learning: {
    reviewed: number;
    actionsClosed: number;
    planHeld: number;
    planHeldAfter: number;
    lowReviewed: number;
    lowReviewedWithin: number;
  };
  bypassFor: number;
  need: Record<Consequence, number>;
  defaultArea: string;
}

/** One question about an entity. @public */
export interface CheckDefinition {
  id: string;
  title: string;
  section?: string;
  description?: string;
  owner?: string;
  risk?: string;
  fix?: CheckFix;
  weight: number;
  passAt: number;
  /** CEL over facts: boolean, or a score 0..1. */
  expression: string;
  /** CEL over catalog facts: whether the check applies. */
  when?: string;
  /** CEL over catalog facts: a tool is linked, which counts half where the expression does not pass. */
  linkedBy?: string;
  effectiveFrom?: number;
  /** Role levels: the level it belongs to. */
  level?: AutonomyLevel;
  /** Role accountability. */
  required?: boolean;
  /** Role guardrails. */
  areas?: string[];
  consequence?: Consequence;
  effect?: GuardrailEffect;
  narrowTo?: DecisionRight;
  mandatory?: boolean;
  grace?: number;
}

/** A named set of checks for the entities its filter selects. @public */
export interface Scorecard {
  name: string;
  title: string;
  description?: string;
  owner?: string;
  role: ScorecardRole;
  /** A catalog filter predicate; absent means every entity in scope. */
  filter?: JsonObject;
  checks: CheckDefinition[];
}
