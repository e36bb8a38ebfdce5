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
 * The only way to an ingestion: lets only those report who have the permission to.
 *
 * @internal
 */
export class EvidenceGate {
  readonly #ingestion: EvidenceIngestion;
  readonly #permission: BasicPermission;
  readonly #permissions: PermissionsService;

  static create(options: {
    ingestion: EvidenceIngestion;
    permission: BasicPermission;
    permissions: PermissionsService;
  }): EvidenceGate {
    return new EvidenceGate(options);
  }

  private constructor(options: Parameters<typeof EvidenceGate.create>[0]) {
    this.#ingestion = options.ingestion;
    this.#permission = options.permission;
    this.#permissions = options.permissions;
  }

  /**
   * @throws NotAllowedError where the caller may not report
   */
  async admit(options: {
    credentials: BackstageCredentials;
  }): Promise<EvidenceIngestion> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: this.#permission }],
      options,
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission ${this.#permission.name} is needed`,
      );
    }
    return this.#ingestion;
  }
}
