import type {
  EntitySnapshot,
  FactSchema,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { HumanDuration, JsonObject } from '@backstage/types';

/**
 * What a collector found out about one entity.
 *
 * @public
 */
export interface EntityFacts {
  /** One of those that were asked about. */
  entityRef: string;
  /** By path, as the collector's schema says. Records with their instants, never ages or counts over a window. */
  facts: JsonObject;
  /** When it was so, in UTC milliseconds; absent means now. */
  collectedAt?: number;
}

/**
 * Brings facts about entities from somewhere else.
 *
 * @remarks
 *
 * What a collector cannot find out it leaves out: the former facts then go stale by themselves. To throw
 * fails the batch, and only that.
 *
 * @public
 */
export interface FactCollector {
  /** The name its facts are read by, e.g. `backups` for `backups.restoredAt`. Nobody else can report under it. */
  readonly id: string;
  /** What it brings, in a sentence. */
  readonly description: string;
  /** Type of every fact it may bring, by path. */
  readonly schema: FactSchema;
  /** How long its facts are fresh. */
  readonly ttl: HumanDuration;
  /** How often it runs, unless `autonomy.facts.collectors.<id>.schedule` says otherwise. */
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** How many entities it is asked about at once; 100 unless told, at most 1,000. */
  readonly batchSize?: number;
  /** Which entities in scope it is asked about; all unless told. */
  readonly entityFilter?: FilterPredicate;
  collect(batch: {
    entities: readonly EntitySnapshot[];
    signal: AbortSignal;
  }): Promise<EntityFacts[]>;
}
