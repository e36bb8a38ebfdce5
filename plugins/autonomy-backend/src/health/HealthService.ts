import type { AutonomyHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Tells what is configured, and whether evidence arrives.
 *
 * @internal
 */
export interface HealthService {
  /** @throws NotAllowedError where the caller may not know */
  read(options: { credentials: BackstageCredentials }): Promise<AutonomyHealth>;
}
