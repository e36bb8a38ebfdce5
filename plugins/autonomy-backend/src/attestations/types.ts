import type {
  Attestation,
  NewAttestation,
  RecordedAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * An answer with who gives it.
 *
 * @internal
 */
export type SignedAttestation = NewAttestation &
  Required<Pick<Attestation, 'attestedBy' | 'ownerRef'>>;

/**
 * An answer as it is kept. What has become of it depends on the time and on the answers after it.
 *
 * @internal
 */
export type StoredAttestation = Omit<RecordedAttestation, 'state'>;
