import type {
  ListActivityRequest,
  ListActivityResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Tells somebody what changed.
 *
 * @internal
 */
export interface ActivityReader {
  /**
   * @throws InputError for a cursor that is not ours
   */
  list(
    request: ListActivityRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<ListActivityResponse>;
}
