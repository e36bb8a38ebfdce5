import type {
  ExemptionRequest,
  ExemptionState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * A request with who asks.
 *
 * @internal
 */
export type NewRequest = ExemptionRequest & { requestedBy: string };

/**
 * What an exemption has come to when it is listed, in the order of the list.
 *
 * @internal
 */
export interface ExemptionPosition {
  /** UTC milliseconds. */
  requestedAt: number;
  id: string;
}

/**
 * Which exemptions and requests are wanted.
 *
 * @internal
 */
export interface ExemptionsFilter {
  /** Entity refs. */
  entity?: string[];
  state?: ExemptionState[];
}
