import { autonomyHealthReadPermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { requirePermission } from '../permissions';
import type { DefaultHealthService } from './DefaultHealthService';
import type { HealthService } from './HealthService';

/**
 * Tells only those who may know.
 *
 * @internal
 */
export class AuthorizedHealthService implements HealthService {
  readonly #permissions: PermissionsService;
  readonly #service: DefaultHealthService;

  static create(options: {
    permissions: PermissionsService;
    service: DefaultHealthService;
  }): HealthService {
    return new AuthorizedHealthService(options.permissions, options.service);
  }

  private constructor(
    permissions: PermissionsService,
    service: DefaultHealthService,
  ) {
    this.#permissions = permissions;
    this.#service = service;
  }

  async read({ credentials }: { credentials: BackstageCredentials }) {
    await requirePermission(
      this.#permissions,
      autonomyHealthReadPermission,
      credentials,
    );
    return this.#service.read();
  }
}
