import type {
  Trends,
  TrendsRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Tells somebody the figures of each day. They count every entity.
 *
 * @internal
 */
export interface TrendsReader {
  /**
   * @throws NotAllowedError for whoever may not read every entity; InputError for a ref that makes no sense, or a
   * period that ends before it begins or is too long
   */
  read(
    request: TrendsRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<Trends>;
}
