import type { Matter } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * A decision of a board. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface Decision {
  matter: Matter;
  isApproved: boolean;
  /** Of an exemption that follows another one. */
  isRenewal: boolean;
  openedAt: number;
  decidedAt: number;
  /** Whose votes it took; only to tell how many there are. */
  signers: readonly string[];
}
