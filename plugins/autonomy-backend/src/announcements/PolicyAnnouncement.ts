import type { AutonomyPolicyEventPayload } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What is to be told of a publication or a withdrawal; it is about no entity.
 *
 * @internal
 */
export type PolicyChangeNews = Omit<AutonomyPolicyEventPayload, 'version'>;

/**
 * @internal
 */
export interface PolicyAnnouncement {
  id: string;
  policyChange: PolicyChangeNews;
}

/** In place of an entity: publications are told one after the other. @internal */
export const POLICY_LINE = 'policy';
