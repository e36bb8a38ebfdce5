import type {
  AuditComparison,
  AuditRating,
  AuditSide,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import {
  AUDITS_TABLE,
  OPEN_STATES,
  RATINGS_TABLE,
  toAudit,
  toAuditRow,
  toRating,
  type AuditRow,
  type RatingRow,
} from './auditRows';
import type { AuditRatings, AuditWithRatings, StoredAudit } from './types';

const CHUNK = 100;

/**
 * Where audits and what was said in them are kept.
 *
 * @internal
 */
export class DatabaseAudits {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseAudits {
    return new DatabaseAudits(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The audit, which nobody else can change until the end of the transaction. */
  async lock(
    trx: Knex.Transaction,
    id: string,
  ): Promise<AuditWithRatings | undefined> {
    const row = await trx<AuditRow>(AUDITS_TABLE)
      .where({ id })
      .forUpdate()
      .first();
    if (!row) {
      return undefined;
    }
    const ratings = await this.ratingsOf([id], trx);
    return { ...toAudit(row), ratings: ratings.get(id) ?? {} };
  }

  /** What was said in some audits; not to be shown before both sides have rated. */
  async ratingsOf(
    ids: readonly string[],
    knex: Knex = this.#knex,
  ): Promise<Map<string, AuditRatings>> {
    const ratings = new Map<string, AuditRatings>();
    for (const chunk of inChunks(ids, CHUNK)) {
      const rows = await knex<RatingRow>(RATINGS_TABLE).whereIn(
        'audit_id',
        chunk,
      );
      for (const row of rows) {
        const { audit_id: id, side } = row;
        ratings.set(id, { ...ratings.get(id), [side]: toRating(row) });
      }
    }
    return ratings;
  }

  /** @returns ids of those that no other audit is in the way of */
  async add(
    trx: Knex.Transaction,
    audits: readonly StoredAudit[],
  ): Promise<string[]> {
    const added: string[] = [];
    // In one order, as two replicas may open the same ones.
    const rows = audits
      .map(toAuditRow)
      .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    for (const chunk of inChunks(rows, CHUNK)) {
      const inserted = await trx(AUDITS_TABLE)
        .insert(chunk)
        .onConflict()
        .ignore()
        .returning('id');
      added.push(...inserted.map(({ id }) => id));
    }
    return added;
  }

  /** @throws ConflictError where the side has rated */
  async addRating(
    trx: Knex.Transaction,
    id: string,
    side: AuditSide,
    rating: AuditRating,
  ): Promise<void> {
    const added = await trx(RATINGS_TABLE)
      .insert({
        audit_id: id,
        side,
        rated_by: rating.ratedBy,
        rated_at: rating.ratedAt,
        ratings: JSON.stringify(rating.ratings),
        note: rating.note ?? null,
      })
      .onConflict(['audit_id', 'side'])
      .ignore()
      .returning('side');
    if (added.length === 0) {
      throw new ConflictError(`The ${side} has rated already`);
    }
  }

  async compare(
    trx: Knex.Transaction,
    id: string,
    comparison: readonly AuditComparison[],
  ): Promise<void> {
    await trx(AUDITS_TABLE)
      .where({ id })
      .update({
        state: 'comparing',
        comparison: JSON.stringify(comparison),
      });
  }

  async agree(trx: Knex.Transaction, audit: StoredAudit): Promise<void> {
    const row = toAuditRow(audit);
    await trx(AUDITS_TABLE).where({ id: audit.id }).update({
      state: row.state,
      agreed: row.agreed,
      agreed_at: row.agreed_at,
      agreed_by: row.agreed_by,
      summary: row.summary,
      actions: row.actions,
      follow_up_at: row.follow_up_at,
    });
  }

  /**
   * Writes down that audits are over, those of some entities or the first that there are.
   *
   * @param now - UTC milliseconds
   * @returns how many
   */
  async lapse(
    knex: Knex,
    now: number,
    of: { entityRefs?: readonly string[]; limit: number },
  ): Promise<number> {
    const due = knex(AUDITS_TABLE)
      .whereIn('state', [...OPEN_STATES])
      .where('lapses_at', '<=', now)
      .orderBy(['lapses_at', 'id'])
      .limit(of.limit)
      .select('id');
    if (of.entityRefs) {
      due.whereIn('entity_ref', of.entityRefs);
    }
    const ids: string[] = (await due).map(({ id }) => id);
    let lapsed = 0;
    for (const chunk of inChunks(ids, CHUNK)) {
      lapsed += await knex(AUDITS_TABLE)
        .whereIn('id', chunk)
        .whereIn('state', [...OPEN_STATES])
        .update({ state: 'lapsed' });
    }
    return lapsed;
  }
}
