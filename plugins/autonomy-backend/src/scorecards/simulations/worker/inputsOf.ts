import type { Policy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  EvaluationInputs,
  type EvaluationInputsOptions,
} from '../../../evaluation';
import type { ComparedPolicies } from './SimulationPolicies';

/**
 * Reads what both sides need to know: as far back as the one that looks back further.
 *
 * @internal
 */
export function inputsOf(
  options: Omit<EvaluationInputsOptions, 'policies'>,
  { current, draft }: Pick<ComparedPolicies, 'current' | 'draft'>,
): EvaluationInputs {
  const policy = {
    ...current,
    policy: furthest(current.policy, draft.policy),
  };
  return EvaluationInputs.create({
    ...options,
    policies: { current: { policy, fingerprint: '' } },
  });
}

function furthest(one: Policy, other: Policy): Policy {
  const { max } = Math;
  return {
    ...one,
    deployments: {
      ...one.deployments,
      lastKnownFor: max(
        one.deployments.lastKnownFor,
        other.deployments.lastKnownFor,
      ),
      window: max(one.deployments.window, other.deployments.window),
    },
    trust: {
      ...one.trust,
      window: max(one.trust.window, other.trust.window),
    },
  };
}
