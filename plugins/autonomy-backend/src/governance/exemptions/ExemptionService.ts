import type {
  ListExemptionsRequest,
  ListExemptionsResponse,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { AsUser } from '../AsUser';

export type { AsUser } from '../AsUser';

/**
 * Exemptions and requests for them, for somebody.
 *
 * @internal
 */
export interface ExemptionService {
  /** @throws InputError for a cursor that is not ours */
  list(
    request: ListExemptionsRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<ListExemptionsResponse>;

  /**
   * Asks the board for an exemption.
   *
   * @param request - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where the same is asked for already, or the
   * entity is exempt for longer
   */
  request(request: unknown, options: AsUser): Promise<RecordedExemption>;

  /**
   * Takes a request back that is not decided yet.
   *
   * @throws NotAllowedError, NotFoundError; ConflictError where it is decided
   */
  withdraw(id: string, options: AsUser): Promise<RecordedExemption>;

  /**
   * Ends an exemption, as a member of the board.
   *
   * @param revocation - as it was sent: the reason
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it has no effect any more
   */
  revoke(
    id: string,
    revocation: unknown,
    options: AsUser,
  ): Promise<RecordedExemption>;
}
