import type {
  CheckInsights,
  CheckInsightsRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Tells somebody how the checks in force fare.
 *
 * @internal
 */
export interface CheckInsightReader {
  /**
   * @throws NotAllowedError for whoever may not see what the policy is made of
   */
  read(
    request: CheckInsightsRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<CheckInsights>;
}
