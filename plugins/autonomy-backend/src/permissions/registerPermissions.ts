import {
  autonomyPermissions,
  RESOURCE_TYPE_AUTONOMY_ENTITY,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { EntityIndexStore } from '../entities';
import { autonomyRules } from './rules';

/**
 * @internal
 */
export function registerPermissions(options: {
  index: EntityIndexStore;
  permissionsRegistry: PermissionsRegistryService;
}): void {
  const { index, permissionsRegistry } = options;
  permissionsRegistry.addResourceType({
    resourceRef: autonomyEntityResourceRef,
    permissions: autonomyPermissions.filter(permission =>
      isResourcePermission(permission, RESOURCE_TYPE_AUTONOMY_ENTITY),
    ),
    rules: Object.values(autonomyRules),
    getResources: entityRefs => index.readRecords(entityRefs),
  });
  permissionsRegistry.addPermissions(
    autonomyPermissions.filter(({ type }) => type === 'basic'),
  );
}
