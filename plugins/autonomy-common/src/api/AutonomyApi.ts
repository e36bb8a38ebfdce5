import type { Evaluation } from '../model';
import type {
  EntitiesSummary,
  SummarizeEntitiesRequest,
  Trends,
  TrendsRequest,
} from './figures';
import type {
  EntityHistory,
  GetHistoryRequest,
  ListActivityRequest,
  ListActivityResponse,
} from './history';
import type { PolicySummary } from './policy';
import type { ReadinessOverview } from './readiness';
import type {
  AutonomyEntitySummary,
  EntitiesSelection,
  ListEntitiesRequest,
  ListEntitiesResponse,
} from './types';

/**
 * What the suite answers over HTTP.
 *
 * @remarks
 *
 * Every method throws a `ResponseError` on any answer but the ones it documents.
 *
 * @public
 */
export interface AutonomyApi {
  /**
   * Everything the suite says about one entity. Undefined where the entity is unknown, out of
   * scope, not yet evaluated or not readable by the caller; the four cannot be told apart.
   */
  getEntity(entityRef: string): Promise<Evaluation | undefined>;

  /**
   * Evaluates an entity now.
   *
   * @returns undefined where it takes longer; the result is there soon
   */
  refreshEntity(entityRef: string): Promise<Evaluation | undefined>;

  /** What was said of an entity in a period, and what changed. */
  getEntityHistory(
    entityRef: string,
    request?: GetHistoryRequest,
  ): Promise<EntityHistory>;

  /** One page of the entities that the caller may read. */
  listEntities(request?: ListEntitiesRequest): Promise<ListEntitiesResponse>;

  /**
   * The rows that entities have in the list, in the order asked for. Undefined where `getEntity` answers
   * undefined.
   *
   * @param entityRefs - 500 at the most
   */
  getEntitySummaries(
    entityRefs: string[],
  ): Promise<(AutonomyEntitySummary | undefined)[]>;

  /** The whole list as CSV (UTF-8, with a header). */
  exportEntities(request?: EntitiesSelection): Promise<Blob>;

  /** How many of the entities that the caller may read stand where. */
  summarizeEntities(
    request: SummarizeEntitiesRequest,
  ): Promise<EntitiesSummary>;

  /** The figures of each day; for callers who may read every entity. */
  getTrends(request: TrendsRequest): Promise<Trends>;

  /** What changed about the entities that the caller may read. */
  listActivity(request?: ListActivityRequest): Promise<ListActivityResponse>;

  /**
   * Readiness over the entities that the caller may read.
   *
   * @param entityRef - of a Group, System or Domain; the whole organisation unless told
   */
  getReadiness(entityRef?: string): Promise<ReadinessOverview>;

  /** The policy in force, as far as names and filters need it. */
  getPolicy(): Promise<PolicySummary>;
}
