import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { requirePermission } from '../permissions';
import { callerOf } from './callerOf';
import type { EvidenceIngestion } from './EvidenceIngestion';

interface EvidenceGateOptions<T> {
  /** What takes in what a caller reports, who is the subject of a service or the entity ref of a user. */
  ingestionOf: (caller: string) => T;
  permission: BasicPermission;
  permissions: PermissionsService;
}

/**
 * The only way to ingestions: lets only those report who have the permission to.
 *
 * @internal
 */
export class EvidenceGate<T = EvidenceIngestion> {
  readonly #ingestionOf: (caller: string) => T;
  readonly #permission: BasicPermission;
  readonly #permissions: PermissionsService;

  static create<TIngestion>(
    options: EvidenceGateOptions<TIngestion>,
  ): EvidenceGate<TIngestion> {
    return new EvidenceGate(options);
  }

  private constructor(options: EvidenceGateOptions<T>) {
    this.#ingestionOf = options.ingestionOf;
    this.#permission = options.permission;
    this.#permissions = options.permissions;
  }

  /**
   * @throws NotAllowedError where the caller may not report
   */
  async admit(options: { credentials: BackstageCredentials }): Promise<T> {
    const { credentials } = options;
    await requirePermission(this.#permissions, this.#permission, credentials);
    return this.#ingestionOf(callerOf(credentials));
  }
}
