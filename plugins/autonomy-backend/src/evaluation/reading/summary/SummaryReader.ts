import type {
  EntitiesSummary,
  SummarizeEntitiesRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Sums up results for somebody.
 *
 * @internal
 */
export interface SummaryReader {
  summarize(
    request: SummarizeEntitiesRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<EntitiesSummary>;
}
