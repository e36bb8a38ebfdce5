import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * @throws NotAllowedError where the caller lacks the permission
 * @internal
 */
export async function requirePermission(
  permissions: PermissionsService,
  permission: BasicPermission,
  credentials: BackstageCredentials,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`The permission ${permission.name} is needed`);
  }
}

/**
 * @param entityRefs - the caller must have it for each of them
 * @throws NotAllowedError where the caller lacks the permission for any
 * @internal
 */
export async function requirePermissionFor(
  permissions: PermissionsService,
  permission: ResourcePermission,
  entityRefs: readonly string[],
  credentials: BackstageCredentials,
): Promise<void> {
  const decisions = await permissions.authorize(
    entityRefs.map(resourceRef => ({ permission, resourceRef })),
    { credentials },
  );
  if (decisions.some(({ result }) => result !== AuthorizeResult.ALLOW)) {
    throw new NotAllowedError(`The permission ${permission.name} is needed`);
  }
}
