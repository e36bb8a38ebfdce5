import type {
  CheckInsight,
  CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { uniqBy } from 'lodash';

/**
 * What is known of a check whatever it comes to.
 *
 * @internal
 */
export type NamedCheck = Pick<
  CheckInsight,
  'domain' | 'id' | 'role' | 'scorecard' | 'title'
>;

/**
 * The checks of a policy in its order, each as the organisation has it; after them those that overlays of domains add.
 *
 * @internal
 */
export function checksInForce(policy: CompiledPolicy): NamedCheck[] {
  const layers = [
    policy,
    ...policy.overlays.map(domain => policy.forDomains([domain])),
  ];
  const checks = layers
    .flatMap(({ compiled }) => compiled)
    .flatMap(scorecard => scorecard.checks);
  return uniqBy(checks, ({ definition }) => definition.id).map(
    ({ definition: { id, title }, overlay, role, scorecard }) => ({
      id,
      title,
      role,
      scorecard,
      domain: overlay,
    }),
  );
}
