import type { Needs } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * Tells somebody what waits for them.
 *
 * @internal
 */
export interface NeedsReader {
  read(options: {
    credentials: BackstageCredentials<BackstageUserPrincipal>;
  }): Promise<Needs>;
}
