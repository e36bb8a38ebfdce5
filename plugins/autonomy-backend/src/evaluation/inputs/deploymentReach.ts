import type { Policy } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * For how long after it finished a deployment can count, in milliseconds: for trust, or in the window of the
 * last known failure rate, which ends with a deployment that may itself be old.
 *
 * @internal
 */
export function deploymentReach({
  deployments: { lastKnownFor, window },
  trust,
}: Pick<Policy, 'deployments' | 'trust'>): number {
  return Math.max(trust.window, lastKnownFor + window);
}
