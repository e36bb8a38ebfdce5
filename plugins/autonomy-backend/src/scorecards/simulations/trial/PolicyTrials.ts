import type {
  PolicyApplicability,
  PolicyTrial,
  PolicyTrialRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../SimulationService';

/**
 * Texts tried while they are written, for somebody.
 *
 * @internal
 */
export interface PolicyTrials {
  /**
   * What the checks of some texts say of one entity.
   *
   * @throws NotAllowedError; NotFoundError where there is no such entity for this reader
   */
  tryOn(request: PolicyTrialRequest, options: AsCaller): Promise<PolicyTrial>;

  /**
   * To how many entities the checks of some texts would apply.
   *
   * @param options - `signal`: nobody waits for it any more
   * @throws NotAllowedError; TooManyRequestsError where others are being counted for
   */
  countApplicable(
    yaml: string,
    options: AsCaller & { signal?: AbortSignal },
  ): Promise<PolicyApplicability>;
}
