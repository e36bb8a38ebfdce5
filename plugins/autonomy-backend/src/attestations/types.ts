import type { Attestation } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * An answer as the owners send it.
 *
 * @internal
 */
export type AttestationItem = Pick<
  Attestation,
  'answer' | 'checkId' | 'entityRef' | 'evidenceUrl' | 'expiresAt' | 'note'
>;

/**
 * An answer with who gives it.
 *
 * @internal
 */
export type NewAttestation = AttestationItem &
  Required<Pick<Attestation, 'attestedBy' | 'ownerRef'>>;

/**
 * An answer as it is kept.
 *
 * @internal
 */
export type RecordedAttestation = NewAttestation &
  Pick<Attestation, 'id' | 'recordedAt' | 'withdrawnAt'>;

/**
 * What has become of an answer. Only one in force counts, and only where no machine has answered.
 *
 * @internal
 */
export type AttestationState =
  | 'in-force'
  | 'expired'
  | 'withdrawn'
  /** The owners have answered anew. */
  | 'replaced';

/**
 * @internal
 */
export type AttestationView = RecordedAttestation & { state: AttestationState };
