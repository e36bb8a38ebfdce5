import type {
  EntityTier,
  Tier,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject } from '@backstage/types';

/**
 * A catalog entity as the index keeps it.
 *
 * @internal
 */
export interface IndexedEntity {
  /** Canonical entity ref. */
  entityRef: string;
  /** Of the catalog; changes with the entity and its relations. */
  etag: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  declaredTier?: Tier;
  /** Non-blank characters of `spec.definition`, which an API should have. */
  definitionLength: number;
  inScope: boolean;
  metadata: JsonObject;
  spec: JsonObject;
  relations: EntityRelation[];
}

/**
 * A relation that starts at an indexed entity.
 *
 * @internal
 */
export interface EntityRelation {
  type: string;
  targetRef: string;
}

/**
 * What the rest of the catalog says about an entity in scope.
 *
 * @internal
 */
export interface EntityContext {
  domainRef?: string;
  /** The domain and those around it, nearest first; empty without a domain. */
  domainChain: string[];
  boardRef?: string;
  tier: EntityTier;
  /** Values of collector `catalog`. */
  catalogFacts: JsonObject;
  /** Values of collector `team`; absent without an owner. */
  teamFacts?: JsonObject;
}
