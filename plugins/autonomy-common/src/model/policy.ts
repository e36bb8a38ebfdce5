import type { GovernancePolicy } from './governance';
import type { JsonObject } from '@backstage/types';
import type {
  Actor,
  AreaOwner,
  AutonomyLevel,
  Consequence,
  DecisionRight,
  GuardrailEffect,
  PlanApproach,
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
    /** How long a rejected promotion must be held further before it is proposed again. */
    reopenAfter: number;
    /** How an entity without a record starts; see {@link EvaluationState}. */
    bootstrap: 'lowest' | 'sustained' | 'observe';
    /** With bootstrap `observe`: the instant from which rights are enforced. */
    enforcedFrom?: number;
  };
  exemptions: {
    maxDuration: number;
    /** How often one may follow another without the central board. */
    renewals: number;
    /** Share 0..1 of a domain's pairs of entities and guardrails that may be exempt without the central board. */
    maxDebt: number;
  };
  grants: {
    maxDuration: number;
    /** How often one that lifts a right may be renewed. */
    renewals: number;
  };
  governance: GovernancePolicy;
  audits: {
    /** How long agreed levels and ratings count as what the team actually decides. */
    validFor: number;
  };
  mismatch: MismatchPolicy;
  repair: RepairPolicy;
  decisions: DecisionPolicy;
  fatigue: FatiguePolicy;
  deployments: {
    /** Figures over deployments look back this far. */
    window: number;
    /** Without deployments in the window the last known failure rate counts up to this age. */
    lastKnownFor: number;
    /** Areas of at least this consequence owe a review after each deployment. */
    reviewFrom: Consequence;
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

/** How urgent a surplus or deficit of autonomy is. Model section 8. @public */
export interface MismatchPolicy {
  /** Impact of a surplus by consequence. */
  surplus: Record<Consequence, number>;
  /** Worth of a deficit by consequence. */
  deficit: Record<Consequence, number>;
  tierFactor: Record<Tier, number>;
}

/** Which repair fits which failure. Model section 9. @public */
export interface RepairPolicy {
  /** Mean answer 1..5 of a pulse below which safety is low. */
  lowSafetyBelow: number;
  /** Mean answer 1..5 of a pulse from which safety is high. */
  highSafetyFrom: number;
  pulseValidFor: number;
  /** Trust before the failure below which the record is weak. */
  weakTrustBelow: number;
  /** The cap of targeted guardrails after a medium failure where safety is low. */
  lowSafetyCap: DecisionRight;
  plans: Record<
    PlanApproach,
    { cap?: DecisionRight; duration: number; maxDuration: number }
  >;
}

/** "May I, without asking?" Model section 11. @public */
export interface DecisionPolicy {
  actorCaps: Record<
    Exclude<Actor, 'human'>,
    Record<Consequence, DecisionRight>
  >;
  /** The right from which nobody outside the team is asked. */
  aloneFrom: DecisionRight;
  validFor: number;
  /** A decision at right `inform` is reviewed within this time. */
  reviewWithin: number;
  /** Outcomes are owed for decisions at this right or below. */
  outcomesUpTo: DecisionRight;
  outcomeWithin: number;
  /** Below this share tied to an objective, or with an outcome, decisions drift. */
  driftBelow: number;
  /** Above this share of bad outcomes, decisions drift. */
  maxBad: number;
}

/** Signs of trust fatigue. Model section 12. @public */
export interface FatiguePolicy {
  minMembers: number;
  recent: number;
  before: number;
  minDecisions: number;
  /** Share of decisions in which approval was asked without need. */
  askedShare: number;
  /** Growth from which asking and escalating are signs. */
  growth: number;
  /** Decline from which fewer deployments and experiments are a sign. */
  decline: number;
  minAnswers: number;
  /** Mean answer 1..5 up to which communication and blame are signs. */
  lowMean: number;
  /** How many signs suggest an audit. */
  auditFrom: number;
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
  /** Where the facts have never been reported, the owners may answer. Model section 2. */
  attestable?: boolean;
  effectiveFrom?: number;
  /** Role levels: the level it belongs to. */
  level?: AutonomyLevel;
  /** Role levels: it keeps from promotion and never leads to demotion. */
  promotionOnly?: boolean;
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
