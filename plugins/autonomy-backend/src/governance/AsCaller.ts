import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * What is read on behalf of whoever asks, a person or a service.
 *
 * @internal
 */
export interface AsCaller {
  credentials: BackstageCredentials;
}
