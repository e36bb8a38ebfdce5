import type { Attestation } from '../model';

/** An answer as the owners give it. @public */
export type NewAttestation = Pick<
  Attestation,
  'answer' | 'checkId' | 'entityRef' | 'evidenceUrl' | 'expiresAt' | 'note'
>;

/**
 * What has become of an answer: only one in force counts, and only where no machine has answered; `replaced`
 * means that the owners have answered anew.
 * @public
 */
export type AttestationState =
  | 'in-force'
  | 'expired'
  | 'withdrawn'
  | 'replaced';

/** @public */
export type RecordedAttestation = NewAttestation &
  Required<Pick<Attestation, 'attestedBy' | 'ownerRef'>> &
  Pick<Attestation, 'id' | 'recordedAt' | 'withdrawnAt'> & {
    state: AttestationState;
  };
