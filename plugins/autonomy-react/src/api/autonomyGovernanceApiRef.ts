import type { AutonomyGovernanceApi } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createApiRef } from '@backstage/core-plugin-api';

/**
 * What boards decide, and what leads to it. Both frontend systems accept it.
 * @public
 */
export const autonomyGovernanceApiRef = createApiRef<AutonomyGovernanceApi>({
  id: 'plugin.autonomy.governance-client',
});
