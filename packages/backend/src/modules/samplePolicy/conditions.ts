import {
  AuthorizeResult,
  ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import { restrictedLabel } from './groups';

/**
 * Public entities, and restricted ones of the viewer's own.
 *
 * The rules HAS_LABEL and IS_ENTITY_OWNER have the same names and parameters
 * in the catalog and in autonomy, so one condition serves both: nobody sees
 * the autonomy of an entity that the catalog hides from them.
 */
export function publicOrOwned(
  pluginId: 'catalog' | 'autonomy',
  resourceType: string,
  claims: string[],
): ConditionalPolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions: {
      anyOf: [
        { not: { resourceType, rule: 'HAS_LABEL', params: restrictedLabel } },
        { resourceType, rule: 'IS_ENTITY_OWNER', params: { claims } },
      ],
    },
  };
}
