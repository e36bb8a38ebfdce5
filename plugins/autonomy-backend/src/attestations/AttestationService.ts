import type {
  BatchResponse,
  RecordedAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * @internal
 */
export interface AsUser {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/**
 * Takes and gives the answers of owners to checks that no machine answers.
 *
 * @internal
 */
export interface AttestationService {
  /**
   * Records the answers that are well-formed and says of each what became of it.
   *
   * @throws NotFoundError for an entity that is unknown, out of scope or not readable
   * @throws NotAllowedError where the caller may not answer for one of the entities; then nothing is
   * recorded
   */
  attest(items: readonly unknown[], options: AsUser): Promise<BatchResponse>;

  /**
   * Takes an answer back, from now on.
   *
   * @throws NotFoundError for one that is unknown, or about an entity that is not readable
   * @throws NotAllowedError where the caller may not answer for the entity
   */
  withdraw(id: string, options: AsUser): Promise<RecordedAttestation>;

  /**
   * All answers about an entity, the newest first.
   *
   * @throws NotFoundError for an entity that is unknown, out of scope or not readable
   */
  list(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<RecordedAttestation[]>;
}
