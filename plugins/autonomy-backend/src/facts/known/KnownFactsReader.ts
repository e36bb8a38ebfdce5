import type { KnownFacts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Tells somebody which facts expressions can read.
 *
 * @internal
 */
export interface KnownFactsReader {
  /**
   * @throws NotAllowedError for whoever may not see what the policy is made of
   */
  read(options: { credentials: BackstageCredentials }): Promise<KnownFacts>;
}
