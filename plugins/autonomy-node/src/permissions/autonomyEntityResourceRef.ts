import { RESOURCE_TYPE_AUTONOMY_ENTITY } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import type { EntityFilter, EntityRecord } from './types';

/**
 * The resource type that permission rules for entities belong to.
 *
 * @remarks
 *
 * A module may add rules of its own with `createPermissionRule({ resourceRef, … })` and
 * `permissionsRegistry.addPermissionRules`. A rule's `apply` and `toQuery` must agree, because
 * single entities are checked with the one and lists with the other.
 *
 * @public
 */
export const autonomyEntityResourceRef = createPermissionResourceRef<
  EntityRecord,
  EntityFilter
>().with({
  pluginId: 'autonomy',
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});
