import type { Objective } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * The objectives of governance domains, for somebody.
 *
 * @internal
 */
export interface ObjectiveService {
  /** @throws NotFoundError where there is none, or none for this reader */
  get(
    domainRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Objective>;

  /**
   * Sets the objective of a domain as a member of its board.
   *
   * @param objective - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError
   */
  set(
    domainRef: string,
    objective: unknown,
    options: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<Objective>;
}
