import type { Knex } from 'knex';
import { inChunks, toInstant } from '../database';
import type { Announcement } from './Announcement';
import { NOTICES_TABLE } from './notices';
import { OUTBOX_TABLE } from './OutboxRow';
import type {
  ProposalAnnouncement,
  ProposalNews,
} from './ProposalAnnouncement';
import {
  POLICY_LINE,
  type PolicyAnnouncement,
  type PolicyChangeNews,
} from './PolicyAnnouncement';

const CHUNK = 250;

/**
 * How much is still to be told.
 *
 * @internal
 */
export interface OutboxState {
  /** Written, and not yet told to all. */
  pending: number;
  /** When the oldest of them was written, in UTC milliseconds. */
  oldestPendingAt?: number;
  /** Given up. */
  quarantined: number;
}

/**
 * Takes announcements in the transaction that makes them true.
 *
 * @internal
 */
export class Outbox {
  readonly #knex: Knex;
  #onCommitted: () => void = () => {};

  static create(options: { knex: Knex }): Outbox {
    return new Outbox(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Whom to call when something was written for good. */
  onCommitted(listener: () => void): void {
    this.#onCommitted = listener;
  }

  /**
   * Writes announcements, to be told as soon as the transaction is committed.
   *
   * @param now - UTC milliseconds
   */
  async put(
    trx: Knex.Transaction,
    announcements: readonly Announcement[],
    now: number,
  ): Promise<void> {
    if (announcements.length === 0) {
      return;
    }
    for (const chunk of inChunks(announcements, CHUNK)) {
      await trx(OUTBOX_TABLE).insert(
        chunk.map(announcement => ({
          id: announcement.id,
          entity_ref: announcement.entity.entityRef,
          created_at: now,
          due_at: now,
          announcement: JSON.stringify(announcement),
        })),
      );
    }
    this.#wakeAfter(trx);
  }

  /**
   * Writes what was published, or withdrawn, to be told as soon as the transaction is committed.
   *
   * @param now - UTC milliseconds
   */
  async putPolicyChange(
    trx: Knex.Transaction,
    policyChange: PolicyChangeNews,
    now: number,
  ): Promise<void> {
    const { id } = policyChange;
    await this.#putNews(trx, POLICY_LINE, { id, policyChange }, now);
  }

  /**
   * Writes what a board is asked, or what became of it, to be told as soon as the transaction is committed.
   *
   * @param now - UTC milliseconds
   */
  async putProposal(
    trx: Knex.Transaction,
    proposal: ProposalNews,
    now: number,
  ): Promise<void> {
    const { entityRef, id } = proposal;
    await this.#putNews(trx, entityRef, { id, proposal }, now);
  }

  async #putNews(
    trx: Knex.Transaction,
    line: string,
    announcement: PolicyAnnouncement | ProposalAnnouncement,
    now: number,
  ): Promise<void> {
    await trx(OUTBOX_TABLE).insert({
      id: announcement.id,
      entity_ref: line,
      created_at: now,
      due_at: now,
      announcement: JSON.stringify(announcement),
    });
    this.#wakeAfter(trx);
  }

  /** What is rolled back wakes nobody. */
  #wakeAfter(trx: Knex.Transaction): void {
    trx.executionPromise.then(
      () => this.#onCommitted(),
      () => {},
    );
  }

  /** Of announcements and of the notices that people are still to get. */
  async state(): Promise<OutboxState> {
    const announcements = await this.#stateOf(OUTBOX_TABLE);
    const notices = await this.#stateOf(NOTICES_TABLE);
    const oldest = [announcements, notices].flatMap(
      ({ oldestPendingAt }) => oldestPendingAt ?? [],
    );
    return {
      pending: announcements.pending + notices.pending,
      oldestPendingAt: oldest.length > 0 ? Math.min(...oldest) : undefined,
      quarantined: announcements.quarantined + notices.quarantined,
    };
  }

  async #stateOf(table: string): Promise<OutboxState> {
    const [row] = await this.#knex(table).select(
      this.#knex.raw(
        `count(*) as total, count(quarantined_at) as quarantined,
         min(case when quarantined_at is null then created_at end) as oldest`,
      ),
    );
    return {
      pending: Number(row.total) - Number(row.quarantined),
      oldestPendingAt: toInstant(row.oldest),
      quarantined: Number(row.quarantined),
    };
  }
}
