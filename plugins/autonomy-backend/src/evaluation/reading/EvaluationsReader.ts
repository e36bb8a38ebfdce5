import type {
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
  /** The result as JSON text; undefined where there is none, or none for this reader. */
  get(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<string | undefined>;
}
