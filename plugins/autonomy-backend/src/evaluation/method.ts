import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { FollowedPolicies } from '../scorecards';

/**
 * How results are made at one moment. What belongs together, such as a batch, is made by one of it.
 *
 * @internal
 */
export interface EvaluationMethod {
  policy: CompiledPolicy;
  /** Fingerprint of the policy and of everything else that results depend on besides evidence. */
  madeWith: string;
}

/**
 * Tells how results are made now.
 *
 * @param hash - of the fingerprint of a policy, with everything else
 * @internal
 */
export function createMethod(
  policies: Pick<FollowedPolicies, 'current'>,
  hash: (fingerprint: string) => string,
): () => EvaluationMethod {
  let known: { of: FollowedPolicies['current']; method: EvaluationMethod };
  return () => {
    const { current } = policies;
    if (known?.of !== current) {
      const { fingerprint, policy } = current;
      const method = { policy, madeWith: hash(fingerprint) };
      known = { of: current, method };
    }
    return known.method;
  };
}
