import type { JsonObject } from '@backstage/types';
import type { Consequence, IncidentClass, Severity, Tier } from './vocabulary';

/**
 * What the engine knows about a catalog entity. Instants are UTC milliseconds.
 * @public
 */
export interface EntitySnapshot {
  /** Canonical entity ref, e.g. `component:default/payments-api`. */
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  description?: string;
  type?: string;
  lifecycle?: string;
  /** Owning group or user, as a full entity ref. */
  ownerRef?: string;
  systemRef?: string;
  /** The governance domain: the catalog Domain reached through the entity's System. */
  domainRef?: string;
  /** The domain and those around it, nearest first; absent means the domain alone. */
  domainChain?: readonly string[];
  /** The group that decides for the domain; absent means the central board. */
  boardRef?: string;
  /** When this suite first saw the entity in the catalog. */
  firstSeenAt: number;
  tier: EntityTier;
  metadata: JsonObject;
  spec: JsonObject;
}

/** Criticality with what it was computed from. Model section 10. @public */
export interface EntityTier {
  /** From the annotation `autonomy/tier`. */
  declared?: Tier;
  /** From the blast radius; absent before the first complete sweep. */
  computed?: Tier;
  /** The stricter of the two. */
  effective: Tier;
  /** Distinct components and resources that depend on the entity, directly or not. */
  dependents: number;
  /** Distinct governance domains among the dependents. */
  dependentDomains: number;
}

/**
 * The latest values of one collector for one entity. An expression reads them as
 * `<collector>.<path>`; values of different collectors are never merged.
 * @public
 */
export interface CollectedFacts {
  collector: string;
  values: JsonObject;
  /**
   * Since when the collector has said the same without falling silent; absent means `collectedAt`.
   * At any instant in between the facts were fresh.
   */
  since?: number;
  collectedAt: number;
  /** Age in milliseconds after which the facts are stale; after twice that they are unknown. */
  ttl: number;
}

/** An action that a post-incident review agreed on. @public */
export interface ReviewAction {
  title: string;
  closedAt?: number;
}

/** A blameless post-incident review. @public */
export interface IncidentReview {
  completedAt: number;
  actions: ReviewAction[];
  /** The board's word that no action is needed. */
  noActionNeeded?: boolean;
}

/** Something that went wrong. Model section 7. @public */
export interface Incident {
  /** Unique together with `source`. */
  id: string;
  source: string;
  /** The entity it was reported on. */
  entityRef: string;
  title: string;
  severity: Severity;
  /** Decision areas it touches; empty means `operations`. */
  areas: string[];
  startedAt: number;
  resolvedAt?: number;
  /**
   * When it was open again after it had been resolved, the last time. Actions that were closed by then
   * did not help and count as not closed from then on.
   */
  reopenedAt?: number;
  /** When it was first recorded. */
  recordedAt: number;
  /** When this state of it was recorded; absent means `recordedAt`. The latest state counts. */
  updatedAt?: number;
  url?: string;
  /** Accepted attribution; absent means the entity it was reported on. `external` debits nobody. */
  causedBy?: string;
  /** Entities that felt it. It is shown with them and debits none of them. */
  affected?: readonly string[];
  /**
   * Id of the incident of the same source that it is part of. The two count once where both are debited
   * to the same entity; whoever evaluates leaves the part out and passes the whole.
   */
  mergedInto?: string;
  /** Accepted class. */
  class: IncidentClass;
  /** When the class was set or last renewed in writing; absent means `recordedAt`. */
  classifiedAt?: number;
  irreversible?: boolean;
  review?: IncidentReview;
  /** Consequence of each area when the incident started; absent means today's. */
  consequences?: Record<string, Consequence>;
}

/** @public */
export type DeploymentStatus = 'succeeded' | 'failed' | 'rolled-back';

/** One change that reached production. @public */
export interface Deployment {
  /** Unique together with `source`. */
  id: string;
  source: string;
  entityRef: string;
  status: DeploymentStatus;
  /** Decision area of the change; defaults to `deployment`. */
  area: string;
  finishedAt: number;
  recordedAt: number;
  /** When the commit that was deployed was written; for lead time. */
  committedAt?: number;
  /** When the change was reviewed afterwards. */
  reviewedAt?: number;
  /** Where the review was written down. */
  reviewUrl?: string;
  /** Id of an incident this change caused. */
  incidentId?: string;
  version?: string;
  url?: string;
}

/** A stretch of time in which an incident source watched an entity. @public */
export interface Coverage {
  source: string;
  entityRef: string;
  from: number;
  /** Closed at; open when absent. */
  to?: number;
  lastHeardAt: number;
}
