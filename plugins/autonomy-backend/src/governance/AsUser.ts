import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * What is done in somebody's own name; a service has none.
 *
 * @internal
 */
export interface AsUser {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}
