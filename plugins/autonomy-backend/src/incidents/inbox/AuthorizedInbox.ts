import {
  autonomyHealthReadPermission,
  autonomyIncidentBackfillPermission,
  type QuarantinedDelivery,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Clock } from '../../database';
import { requirePermission } from '../../permissions';
import type { Inbox, ReplayRequest } from './Inbox';

/**
 * What lies in the inbox, for those who may know and those who may work it off again.
 *
 * @internal
 */
export class AuthorizedInbox {
  readonly #clock: Clock;
  readonly #inbox: Inbox;
  readonly #permissions: PermissionsService;

  static create(options: {
    clock: Clock;
    inbox: Inbox;
    permissions: PermissionsService;
  }): AuthorizedInbox {
    return new AuthorizedInbox(options);
  }

  private constructor(options: Parameters<typeof AuthorizedInbox.create>[0]) {
    this.#clock = options.clock;
    this.#inbox = options.inbox;
    this.#permissions = options.permissions;
  }

  /** @throws NotAllowedError where the caller may not know */
  async listQuarantined(
    request: { source?: string; limit: number },
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<QuarantinedDelivery[]> {
    await requirePermission(
      this.#permissions,
      autonomyHealthReadPermission,
      credentials,
    );
    return this.#inbox.listQuarantined(request);
  }

  /**
   * @returns how many deliveries get another try
   * @throws NotAllowedError where the caller may not load history
   */
  async replay(
    request: ReplayRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<number> {
    await requirePermission(
      this.#permissions,
      autonomyIncidentBackfillPermission,
      credentials,
    );
    return this.#inbox.replay(request, await this.#clock.now());
  }
}
