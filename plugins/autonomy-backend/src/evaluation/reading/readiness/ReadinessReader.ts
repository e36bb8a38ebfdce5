import type { ReadinessOverview } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Sums up readiness for somebody.
 *
 * @internal
 */
export interface ReadinessReader {
  /** Of the whole organisation, as far as the reader sees it. */
  ofOrganisation(options: {
    credentials: BackstageCredentials;
  }): Promise<ReadinessOverview>;
  /**
   * Of what belongs to a Group, System or Domain.
   *
   * @param entityRef - canonical
   * @throws InputError for another kind; NotFoundError where the catalog has no such entity, or none for this
   * reader
   */
  of(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<ReadinessOverview>;
}
