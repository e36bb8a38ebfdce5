import type {
  AuditRatingsResponse,
  ListAuditsRequest,
  ListAuditsResponse,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';

/**
 * Trust audits, for somebody. Neither side sees what the other one said before both have rated.
 *
 * @internal
 */
export interface AuditService {
  /**
   * @param request - refs canonical
   * @throws InputError for a cursor that is not ours
   */
  list(
    request: ListAuditsRequest,
    options: AsCaller,
  ): Promise<ListAuditsResponse>;

  /** @throws NotFoundError where there is none, or none for this reader */
  get(id: string, options: AsCaller): Promise<RecordedAudit>;

  /**
   * @param audit - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where one of the entity is open
   */
  open(audit: unknown, options: AsUser): Promise<RecordedAudit>;

  /**
   * Rates for the caller's side; once.
   *
   * @param rating - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where the side has rated, or it is too late
   */
  rate(id: string, rating: unknown, options: AsUser): Promise<RecordedAudit>;

  /**
   * Rates several as recommended, each for the caller's side and by itself: what is wrong with one stops none of the
   * others.
   *
   * @param ratings - as it was sent: the ids with a note
   * @returns one result for each id, in the order asked for
   * @throws InputError where the note or the list of ids is wrong
   */
  rateAll(ratings: unknown, options: AsUser): Promise<AuditRatingsResponse>;

  /**
   * Records what both sides agreed on, as a member of the board.
   *
   * @param agreement - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where a side has not rated, or it is over
   */
  agree(
    id: string,
    agreement: unknown,
    options: AsUser,
  ): Promise<RecordedAudit>;
}
