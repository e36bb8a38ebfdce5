import type { Attestation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { groupByEntity } from '../database';
import type { EvaluationMarks } from '../evaluation';
import type { AddedAttestations, AttestationsStore } from './AttestationsStore';
import { createTimedId } from './createTimedId';
import { toAttestation, toRecord, toRow, type AttestationRow } from './rows';
import type { SignedAttestation, StoredAttestation } from './types';

/** Only somebody who answers the same checks at the same moment is in the way. */
const ATTEMPTS = 5;
const KEY = ['entity_ref', 'check_id', 'sequence'];

/**
 * @internal
 */
export class DatabaseAttestationsStore implements AttestationsStore {
  readonly #knex: Knex;
  readonly #marks: EvaluationMarks;

  /**
   * @param options - `marks` is told of entities whose answers change, in the same transaction
   */
  static create(options: {
    knex: Knex;
    marks: EvaluationMarks;
  }): DatabaseAttestationsStore {
    return new DatabaseAttestationsStore(options.knex, options.marks);
  }

  private constructor(knex: Knex, marks: EvaluationMarks) {
    this.#knex = knex;
    this.#marks = marks;
  }

  async add(
    answers: readonly SignedAttestation[],
    now: number,
  ): Promise<AddedAttestations> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#tryToAdd(answers, now);
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async get(id: string): Promise<StoredAttestation | undefined> {
    const row = await this.#rows().where({ id }).first();
    return row && toRecord(row);
  }

  async withdraw(id: string, now: number): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const withdrawn = await trx<AttestationRow>('attestations')
        .where({ id })
        .whereNull('withdrawn_at')
        .update({ withdrawn_at: now })
        .returning('entity_ref');
      const refs = withdrawn.map(row => row.entity_ref);
      await this.#marks.mark(trx, refs, now);
      return refs.length > 0;
    });
  }

  async list(entityRef: string): Promise<StoredAttestation[]> {
    const rows = await this.#rows()
      .where('entity_ref', entityRef)
      .orderBy([
        { column: 'recorded_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(toRecord);
  }

  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, Attestation[]>> {
    const rows = await this.#rows().whereIn('entity_ref', entityRefs);
    return groupByEntity(rows, toAttestation);
  }

  /**
   * @throws ConflictError where somebody else answered one of the checks meanwhile
   */
  async #tryToAdd(
    answers: readonly SignedAttestation[],
    now: number,
  ): Promise<AddedAttestations> {
    const latest = await this.#readLatest(answers);
    const rows: AttestationRow[] = [];
    const results = answers.map(answer => {
      const before = latest.get(keyOf(answer.entityRef, answer.checkId));
      if (before && isRepeated(answer, before)) {
        return { status: 'unchanged' as const, id: before.id };
      }
      const row = toRow(answer, {
        id: createTimedId(now),
        sequence: (before?.sequence ?? 0) + 1,
        // The engine goes by the time of recording, so that two are never equal.
        recordedAt: before
          ? Math.max(now, Number(before.recorded_at) + 1)
          : now,
      });
      rows.push(row);
      return { status: 'stored' as const, id: row.id };
    });
    if (rows.length > 0) {
      await this.#insertAll(rows, now);
    }
    return { results, touched: new Set(rows.map(row => row.entity_ref)) };
  }

  async #readLatest(
    answers: readonly SignedAttestation[],
  ): Promise<Map<string, AttestationRow>> {
    const rows: AttestationRow[] = await this.#rows()
      .whereIn(
        ['entity_ref', 'check_id'],
        answers.map(({ checkId, entityRef }) => [entityRef, checkId]),
      )
      .orderBy('sequence');
    return new Map(rows.map(row => [keyOf(row.entity_ref, row.check_id), row]));
  }

  /** All or none of them. */
  async #insertAll(
    rows: readonly AttestationRow[],
    now: number,
  ): Promise<void> {
    // In one order, so that two batches that meet wait for each other instead of deadlocking.
    const ordered = [...rows].sort((a, b) =>
      keyOf(a.entity_ref, a.check_id) < keyOf(b.entity_ref, b.check_id)
        ? -1
        : 1,
    );
    await this.#knex.transaction(async trx => {
      const inserted = await trx<AttestationRow>('attestations')
        .insert(ordered)
        .onConflict(KEY)
        .ignore()
        .returning('id');
      if (inserted.length < rows.length) {
        throw new ConflictError(
          'Others answered the same checks at the same time; please try again',
        );
      }
      await this.#marks.mark(
        trx,
        rows.map(row => row.entity_ref),
        now,
      );
    });
  }

  #rows() {
    return this.#knex<AttestationRow>('attestations');
  }
}

function keyOf(entityRef: string, checkId: string): string {
  return JSON.stringify([entityRef, checkId]);
}

/** What was taken back is not repeated but said anew. */
function isRepeated(
  answer: SignedAttestation,
  before: AttestationRow,
): boolean {
  const { answer: word, evidenceUrl, expiresAt, note, ownerRef } = answer;
  return (
    before.withdrawn_at === null &&
    before.owner_ref === ownerRef &&
    before.answer === word &&
    before.evidence_url === (evidenceUrl ?? null) &&
    before.note === (note ?? null) &&
    Number(before.expires_at) === expiresAt
  );
}
