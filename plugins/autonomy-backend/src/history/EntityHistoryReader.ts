import type {
  EntityHistory,
  GetHistoryRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Tells somebody what was said of an entity.
 *
 * @internal
 */
export interface EntityHistoryReader {
  /**
   * @param entityRef - canonical
   * @throws NotFoundError where it has no result, or none for this reader; InputError for a period that ends
   * before it begins, or a cursor that is not ours
   */
  read(
    entityRef: string,
    request: GetHistoryRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityHistory>;
}
