import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Has an entity evaluated for somebody.
 *
 * @internal
 */
export interface EntityRefresh {
  /**
   * @param entityRef - canonical
   * @returns the result as JSON text; undefined where it takes longer than one waits
   * @throws NotFoundError where there is no result, or none for this reader; TooManyRequestsError
   */
  refresh(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<string | undefined>;
}
