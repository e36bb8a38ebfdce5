import {
  autonomyEntityReadPermission,
  autonomyPermissions,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
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
    permissions: [autonomyEntityReadPermission],
    rules: Object.values(autonomyRules),
    getResources: entityRefs => index.readRecords(entityRefs),
  });
  permissionsRegistry.addPermissions(
    autonomyPermissions.filter(({ type }) => type === 'basic'),
  );
}
