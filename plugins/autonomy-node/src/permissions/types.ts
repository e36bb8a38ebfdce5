import type { Tier } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject } from '@backstage/types';

/**
 * An entity as permission rules see it: what the catalog says, as of the last sweep, and what the
 * suite derives from the rest of the catalog.
 *
 * @public
 */
export interface EntityRecord {
  /** Canonical entity ref, e.g. `component:default/payments-api`. */
  entityRef: string;
  /** As the catalog spells it. */
  kind: string;
  /** As the catalog spells it. */
  namespace: string;
  /** As the catalog spells it. */
  name: string;
  /** Targets of the `ownedBy` relations. */
  ownerRefs: string[];
  /** With `annotations` and `labels`; very long strings are shortened. */
  metadata: JsonObject;
  /** Very long strings are shortened. */
  spec: JsonObject;
  /** Its governance domain: the Domain reached through its System. */
  domainRef?: string;
  /** Effective criticality. */
  tier: Tier;
}

/**
 * One condition on an entity that the database can answer.
 *
 * @remarks
 *
 * Keys are those of the catalog's own filters (`kind`, `metadata.labels.x`, `spec.type`,
 * `relations.ownedBy`, …), and `autonomy.domain` and `autonomy.tier`. Keys and values are compared
 * without regard to case.
 *
 * @public
 */
export interface EntityFilter {
  /** What is asked about. */
  key: string;
  /** Alternatives; absent means that the key only has to be there. */
  values?: string[];
}
