import type {
  IncidentKey,
  ListIncidentsRequest,
  ListIncidentsResponse,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * The record of incidents for somebody.
 *
 * @internal
 */
export interface IncidentService {
  /** @throws InputError for a cursor that is not ours */
  list(
    request: ListIncidentsRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<ListIncidentsResponse>;

  /** @throws NotFoundError where there is none, or none for this reader */
  get(
    key: IncidentKey,
    options: { credentials: BackstageCredentials },
  ): Promise<RecordedIncident>;

  /**
   * Changes an incident as its board, or asks for it as one of its owners.
   *
   * @param patch - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError
   */
  edit(
    key: IncidentKey,
    patch: unknown,
    options: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<RecordedIncident>;

  /**
   * Decides a pending proposal.
   *
   * @param verdict - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it is decided already
   */
  decide(
    key: IncidentKey,
    proposalId: string,
    verdict: unknown,
    options: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<RecordedIncident>;
}
