import type { Attestation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { SignedAttestation, StoredAttestation } from './types';

/**
 * What became of a list of answers.
 *
 * @internal
 */
export interface AddedAttestations {
  /** For each answer given, in order; the id is that of the answer which counts now. */
  results: { status: 'stored' | 'unchanged'; id: string }[];
  /** Entities with new answers. */
  touched: Set<string>;
}

/**
 * Keeps every answer that owners ever gave; the latest on each check counts.
 *
 * @internal
 */
export interface AttestationsStore {
  /**
   * Adds answers in one transaction. What repeats the latest answer of the same owner adds nothing.
   *
   * @param answers - at most one on each check of an entity
   * @param now - UTC milliseconds
   */
  add(
    answers: readonly SignedAttestation[],
    now: number,
  ): Promise<AddedAttestations>;

  get(id: string): Promise<StoredAttestation | undefined>;

  /**
   * Marks an answer as taken back, unless it is already.
   *
   * @param now - UTC milliseconds
   * @returns whether it was marked just now
   */
  withdraw(id: string, now: number): Promise<boolean>;

  /** All answers about an entity, the newest first. */
  list(entityRef: string): Promise<StoredAttestation[]>;

  /** What the engine is told, by entity ref: answers without those who gave them. */
  readFor(entityRefs: readonly string[]): Promise<Map<string, Attestation[]>>;
}
