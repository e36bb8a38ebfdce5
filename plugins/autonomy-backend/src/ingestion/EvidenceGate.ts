import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { requirePermission } from '../permissions';
import { callerOf } from './callerOf';
import type { EvidenceIngestion } from './EvidenceIngestion';

/**
 * The only way to an ingestion: lets only those report who have the permission to.
 *
 * @internal
 */
export class EvidenceGate {
  readonly #ingestionOf: (caller: string) => EvidenceIngestion;
  readonly #permission: BasicPermission;
  readonly #permissions: PermissionsService;

  /**
   * @param options - `ingestionOf` takes in what a caller reports, who is the subject of a service or the
   * entity ref of a user
   */
  static create(options: {
    ingestionOf: (caller: string) => EvidenceIngestion;
    permission: BasicPermission;
    permissions: PermissionsService;
  }): EvidenceGate {
    return new EvidenceGate(options);
  }

  private constructor(options: Parameters<typeof EvidenceGate.create>[0]) {
    this.#ingestionOf = options.ingestionOf;
    this.#permission = options.permission;
    this.#permissions = options.permissions;
  }

  /**
   * @throws NotAllowedError where the caller may not report
   */
  async admit(options: {
    credentials: BackstageCredentials;
  }): Promise<EvidenceIngestion> {
    const { credentials } = options;
    await requirePermission(this.#permissions, this.#permission, credentials);
    return this.#ingestionOf(callerOf(credentials));
  }
}
