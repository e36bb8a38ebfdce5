import type { AutonomyApi } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createApiRef } from '@backstage/core-plugin-api';

/**
 * Reads levels, guardrails, readiness and rights. Both frontend systems accept it.
 * @public
 */
export const autonomyApiRef = createApiRef<AutonomyApi>({
  id: 'plugin.autonomy.client',
});
