import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { FollowedPolicies } from './PolicyRegistry';

/**
 * One policy that stays.
 *
 * @internal
 */
export function fixedPolicies(policy: CompiledPolicy): FollowedPolicies {
  return {
    current: { policy, fingerprint: policy.version },
    follow: async () => {},
  };
}
