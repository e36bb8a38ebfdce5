import type { Evaluation } from '../model';
import type { PolicySummary } from './policy';
import type { ListEntitiesRequest, ListEntitiesResponse } from './types';

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

  /** One page of the entities that the caller may read. */
  listEntities(request?: ListEntitiesRequest): Promise<ListEntitiesResponse>;

  /** The policy in force, as far as names and filters need it. */
  getPolicy(): Promise<PolicySummary>;
}
