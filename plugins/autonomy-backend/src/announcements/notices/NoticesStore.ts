import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Knex } from 'knex';
import { Claims, inChunks } from '../../database';
import { LEASE_MS, LONGEST_PAUSE_MS } from '../retrying';
import type { Notice } from './Notice';
import {
  NOTICES_TABLE,
  RECIPIENTS_TABLE,
  toNoticeRow,
  toPendingNotice,
  type PendingNotice,
  type RecipientRow,
} from './noticeRows';

const CHUNK = 250;

/**
 * What became of an attempt to tell a recipient.
 *
 * @internal
 */
export interface Attempt {
  recipient: RecipientRow;
  /** Ids of announcements that were told. */
  told: readonly string[];
  /** Ids of announcements that are given up. */
  givenUp: readonly string[];
  /** Columns of the recipient. */
  changes: Pick<RecipientRow, 'attempts' | 'reason' | 'sent' | 'window_from'>;
  /** When to tell the rest, in UTC milliseconds. */
  until: number;
}

/**
 * What people are to be told, by recipient.
 *
 * @internal
 */
export class NoticesStore {
  readonly #claims: Claims<RecipientRow>;
  readonly #knex: Knex;

  static create(options: { knex: Knex }): NoticesStore {
    return new NoticesStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#claims = Claims.create({
      knex,
      table: RECIPIENTS_TABLE,
      key: 'recipient_ref',
      lease: LEASE_MS,
      longest: LONGEST_PAUSE_MS + LEASE_MS,
    });
  }

  /** @param now - UTC milliseconds */
  async add(
    trx: Knex.Transaction,
    notices: readonly Notice[],
    now: number,
  ): Promise<void> {
    for (const chunk of inChunks(notices, CHUNK)) {
      await trx(NOTICES_TABLE)
        .insert(chunk.map(notice => toNoticeRow(notice, now)))
        .onConflict(['recipient_ref', 'announcement_id'])
        .ignore();
    }
    // Ascending keys, so that two processes that meet wait for each other instead of deadlocking.
    const refs = [
      ...new Set(notices.map(({ recipientRef }) => recipientRef)),
    ].sort();
    for (const chunk of inChunks(refs, CHUNK)) {
      await trx(RECIPIENTS_TABLE)
        .insert(chunk.map(ref => ({ recipient_ref: ref, due_at: now })))
        .onConflict('recipient_ref')
        // Whoever has it, or waits for its time, finds what was added.
        .merge({
          due_at: trx.raw('coalesce(??, ?)', [
            `${RECIPIENTS_TABLE}.due_at`,
            now,
          ]),
        });
    }
  }

  /** @param now - UTC milliseconds */
  take(now: number, limit: number): Promise<RecipientRow[]> {
    return this.#claims.take(now, limit);
  }

  /**
   * What there is to tell a recipient waits.
   *
   * @param until - UTC milliseconds
   */
  async putOff(recipient: RecipientRow, until: number): Promise<void> {
    await this.#claims.putOff([recipient], until, { attempts: 0 });
  }

  /** In the order in which they were written. */
  async list(recipientRef: string, limit: number): Promise<PendingNotice[]> {
    const rows = await this.#knex(NOTICES_TABLE)
      .where('recipient_ref', recipientRef)
      .whereNull('quarantined_at')
      .orderBy(['created_at', 'announcement_id'])
      .limit(limit)
      .select('announcement_id', 'entity_ref', 'created_at', 'summary');
    return rows.map(toPendingNotice);
  }

  /** By id of the announcement. */
  async payloads(
    recipientRef: string,
    ids: readonly string[],
  ): Promise<Map<string, NotificationPayload>> {
    const rows = await this.#knex(NOTICES_TABLE)
      .where('recipient_ref', recipientRef)
      .whereIn('announcement_id', ids)
      .select('announcement_id', 'payload');
    return new Map(
      rows.map(row => [row.announcement_id, JSON.parse(row.payload)]),
    );
  }

  /**
   * Writes down what became of an attempt, if the recipient is still one's own.
   *
   * @param now - UTC milliseconds
   */
  async settle(attempt: Attempt, now: number): Promise<void> {
    const { changes, givenUp, recipient, told, until } = attempt;
    await this.#knex.transaction(async trx => {
      const [own] = await this.#claims.hold(trx, [recipient]);
      if (!own) {
        return;
      }
      const notices = () =>
        trx(NOTICES_TABLE).where('recipient_ref', own.recipient_ref);
      for (const chunk of inChunks(told, CHUNK)) {
        await notices().whereIn('announcement_id', chunk).delete();
      }
      for (const chunk of inChunks(givenUp, CHUNK)) {
        await notices()
          .whereIn('announcement_id', chunk)
          .update({ quarantined_at: now, reason: changes.reason });
      }
      const isMore = await notices()
        .whereNull('quarantined_at')
        .first('entity_ref');
      await trx(RECIPIENTS_TABLE)
        .where('recipient_ref', own.recipient_ref)
        .update({ ...changes, ticket: null, due_at: isMore ? until : null });
    });
  }
}
