import type { Attestation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant } from '../database';
import type { SignedAttestation, StoredAttestation } from './types';

/**
 * @internal
 */
export interface AttestationRow {
  id: string;
  entity_ref: string;
  check_id: string;
  sequence: number;
  answer: string;
  evidence_url: string | null;
  note: string | null;
  attested_by: string;
  owner_ref: string;
  recorded_at: number;
  expires_at: number;
  withdrawn_at: number | null;
}

/**
 * @internal
 */
export function toRow(
  answer: SignedAttestation,
  key: { id: string; sequence: number; recordedAt: number },
): AttestationRow {
  return {
    id: key.id,
    entity_ref: answer.entityRef,
    check_id: answer.checkId,
    sequence: key.sequence,
    answer: answer.answer,
    evidence_url: answer.evidenceUrl ?? null,
    note: answer.note ?? null,
    attested_by: answer.attestedBy,
    owner_ref: answer.ownerRef,
    recorded_at: key.recordedAt,
    expires_at: answer.expiresAt,
    withdrawn_at: null,
  };
}

/** Without who gave it: nothing is computed from that. @internal */
export function toAttestation(row: AttestationRow): Attestation {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    checkId: row.check_id,
    answer: row.answer as Attestation['answer'],
    evidenceUrl: row.evidence_url ?? undefined,
    recordedAt: Number(row.recorded_at),
    expiresAt: Number(row.expires_at),
    withdrawnAt: toInstant(row.withdrawn_at),
  };
}

/**
 * @internal
 */
export function toRecord(row: AttestationRow): StoredAttestation {
  return {
    ...toAttestation(row),
    note: row.note ?? undefined,
    attestedBy: row.attested_by,
    ownerRef: row.owner_ref,
  };
}
