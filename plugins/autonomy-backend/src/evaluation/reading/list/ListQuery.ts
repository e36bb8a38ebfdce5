import type {
  AutonomyEntitySummary,
  EntitiesFilter,
  EntitySortField,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/**
 * Which rows are wanted, whatever their order.
 *
 * @internal
 */
export type ListFilter = EntitiesFilter & {
  /** Only these. */
  entityRefs?: readonly string[];
  /** All must hold. */
  visible: PermissionCriteria<EntityFilter>[];
};

/**
 * @internal
 */
export interface ListOrder {
  by: EntitySortField;
  direction: 'asc' | 'desc';
}

/**
 * Where a row stands in an order; ties are broken by the ref, in the same direction.
 *
 * @internal
 */
export interface Position {
  value: string | number;
  entityRef: string;
}

/**
 * @internal
 */
export interface ListedEntity {
  summary: AutonomyEntitySummary;
  position: Position;
}

/**
 * A stretch of a list, in its order.
 *
 * @internal
 */
export interface ListStretch {
  filter: ListFilter;
  order: ListOrder;
  limit: number;
  /** Rows beyond this position; from the beginning if absent. */
  from?: Position;
  /** How many rows are passed over beyond that; none unless told. */
  skip?: number;
  /** Walks towards the beginning; the rows come in the order of the walk. */
  backwards: boolean;
}
