import type { BatchResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { EvidenceIngestion } from './EvidenceIngestion';

/**
 * Lets only those report who have the permission to.
 *
 * @internal
 */
export class AuthorizedEvidenceIngestion implements EvidenceIngestion {
  readonly #inner: EvidenceIngestion;
  readonly #permission: BasicPermission;
  readonly #permissions: PermissionsService;

  static create(options: {
    inner: EvidenceIngestion;
    permission: BasicPermission;
    permissions: PermissionsService;
  }): AuthorizedEvidenceIngestion {
    return new AuthorizedEvidenceIngestion(options);
  }

  private constructor(
    options: Parameters<typeof AuthorizedEvidenceIngestion.create>[0],
  ) {
    this.#inner = options.inner;
    this.#permission = options.permission;
    this.#permissions = options.permissions;
  }

  async ingest(
    items: readonly unknown[],
    options: { credentials: BackstageCredentials },
  ): Promise<BatchResponse> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: this.#permission }],
      options,
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission ${this.#permission.name} is needed`,
      );
    }
    return this.#inner.ingest(items, options);
  }
}
