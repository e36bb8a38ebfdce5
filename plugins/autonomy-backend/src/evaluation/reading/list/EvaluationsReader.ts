import type {
  AutonomyEntitySummary,
  EntitiesSelection,
  ListEntitiesRequest,
  ListEntitiesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Reads results for somebody.
 *
 * @internal
 */
export interface EvaluationsReader {
  /**
   * @throws InputError for a cursor that is not ours or belongs to another order
   */
  list(
    request: ListEntitiesRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<ListEntitiesResponse>;
  /**
   * The rows that entities have in the list, in the order asked for; undefined where there is none, or none for
   * this reader.
   *
   * @param entityRefs - canonical
   */
  byRefs(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<(AutonomyEntitySummary | undefined)[]>;
  /**
   * The whole list, piece by piece. Each piece tells how things stand when it is read; only one is in memory
   * at a time.
   */
  all(
    request: EntitiesSelection,
    options: { credentials: BackstageCredentials },
  ): Promise<AsyncIterable<AutonomyEntitySummary[]>>;
  /** The result as JSON text; undefined where there is none, or none for this reader. */
  get(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<string | undefined>;
}
