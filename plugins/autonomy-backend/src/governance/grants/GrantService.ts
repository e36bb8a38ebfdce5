import type {
  ListGrantsRequest,
  ListGrantsResponse,
  RecordedGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';

/**
 * Explicit rights in areas, for somebody. What the caller may not read is not there for them.
 *
 * @internal
 */
export interface GrantService {
  /**
   * @param request - entity refs canonical
   * @throws InputError for a cursor that is not ours
   */
  list(
    request: ListGrantsRequest,
    options: AsCaller,
  ): Promise<ListGrantsResponse>;

  /**
   * Asks for a grant as one of the owners, or moves it as a member of the board.
   *
   * @param grant - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where one in the area is proposed already
   */
  propose(grant: unknown, options: AsUser): Promise<RecordedGrant>;

  /**
   * Ends a grant, as a member of the board.
   *
   * @param revocation - as it was sent: the reason
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it has no effect any more
   */
  revoke(
    id: string,
    revocation: unknown,
    options: AsUser,
  ): Promise<RecordedGrant>;

  /**
   * Asks for the renewal of a grant in force.
   *
   * @param renewal - as it was sent: its end and the reason
   * @returns the grant that would follow it
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it cannot be renewed, or not any more
   */
  renew(id: string, renewal: unknown, options: AsUser): Promise<RecordedGrant>;
}
