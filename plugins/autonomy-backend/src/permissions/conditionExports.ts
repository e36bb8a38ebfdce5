import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createConditionExports } from '@backstage/plugin-permission-node';
import { autonomyRules } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: autonomyEntityResourceRef,
  rules: autonomyRules,
});

/**
 * Conditions on entities, for permission policies. The rules of the catalog are here by the same names
 * and parameters.
 *
 * @public
 */
export const autonomyConditions = conditions;

/**
 * Makes the conditional decision on a permission of the resource type `autonomy-entity`.
 *
 * @example
 *
 * ```ts
 * if (isResourcePermission(request.permission, RESOURCE_TYPE_AUTONOMY_ENTITY)) {
 *   return createAutonomyConditionalDecision(request.permission, {
 *     anyOf: [
 *       autonomyConditions.isEntityOwner({ claims: user.info.ownershipEntityRefs }),
 *       autonomyConditions.inGovernanceDomain({ domains: ['domain:default/content'] }),
 *     ],
 *   });
 * }
 * ```
 *
 * @public
 */
export const createAutonomyConditionalDecision = createConditionalDecision;
