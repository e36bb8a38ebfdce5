import { RIGHT_NAMES } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addPolicyRoutes(
  router: AutonomyRouter,
  { httpAuth, policy }: Pick<RouterOptions, 'httpAuth' | 'policy'>,
): void {
  router.get('/policy', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const { areas, exemptions, grants, levels, repair, trust } = policy.policy;
    res.json({
      version: policy.version,
      levels,
      areas,
      rightNames: [...RIGHT_NAMES],
      exemptions: { maxDuration: exemptions.maxDuration },
      grants: { maxDuration: grants.maxDuration },
      repair: { plans: repair.plans },
      trust: { learning: trust.learning, window: trust.window },
    });
  });
}
