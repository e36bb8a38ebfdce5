import type { AutonomyPolicyApi } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createApiRef } from '@backstage/core-plugin-api';

/**
 * Reads, edits, tries and publishes the policy. Both frontend systems accept it.
 * @public
 */
export const autonomyPolicyApiRef = createApiRef<AutonomyPolicyApi>({
  id: 'plugin.autonomy.policy-client',
});
