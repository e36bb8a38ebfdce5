import type { Knex } from 'knex';
import { Claims, type Clock } from '../database';
import type { Notice, NoticesStore } from './notices';
import { OUTBOX_TABLE, type OutboxRow } from './OutboxRow';
import {
  LEASE_MS,
  LONGEST_PAUSE_MS,
  MOST_ATTEMPTS,
  pauseAfter,
} from './retrying';

/** How soon to look again for what somebody else has in hand. */
const IN_HAND_MS = 1_000;

/**
 * What became of a row.
 *
 * @internal
 */
export interface Outcome {
  row: OutboxRow;
  /** `open`: there was no time for all of it. */
  status: 'done' | 'failed' | 'open';
  /** Keys of what was told by now. */
  told: readonly string[];
  /** What people are to be told, where that was not handed over before. */
  notices: readonly Notice[];
  /** Why it failed. */
  reason?: string;
}

/**
 * Announcements as workers take them: of one entity in the order in which they were written.
 *
 * @internal
 */
export class OutboxQueue {
  readonly #claims: Claims<OutboxRow>;
  readonly #clock: Clock;
  readonly #knex: Knex;
  readonly #notices: Pick<NoticesStore, 'add'>;

  static create(options: {
    clock: Clock;
    knex: Knex;
    notices: Pick<NoticesStore, 'add'>;
  }): OutboxQueue {
    return new OutboxQueue(options);
  }

  private constructor(options: Parameters<typeof OutboxQueue.create>[0]) {
    this.#clock = options.clock;
    this.#knex = options.knex;
    this.#notices = options.notices;
    this.#claims = Claims.create({
      knex: options.knex,
      table: OUTBOX_TABLE,
      key: 'id',
      lease: LEASE_MS,
      longest: LONGEST_PAUSE_MS + LEASE_MS,
    });
  }

  /**
   * Takes what is due.
   *
   * @returns how many rows were taken, and those whose turn it is, by entity and in order
   */
  async take(limit: number): Promise<{ taken: number; turns: OutboxRow[][] }> {
    const now = await this.#clock.now();
    const rows = await this.#claims.take(now, limit);
    if (rows.length === 0) {
      return { taken: 0, turns: [] };
    }
    const own = new Set(rows.map(({ id }) => id));
    const turns: OutboxRow[][] = [];
    for (const line of await this.#linesOf(rows)) {
      const blocking = line.findIndex(({ id }) => !own.has(id));
      const turn = blocking < 0 ? line : line.slice(0, blocking);
      const early = line.slice(turn.length).filter(({ id }) => own.has(id));
      if (turn.length > 0) {
        turns.push(turn);
      }
      if (early.length > 0) {
        await this.#putOff(early, line[blocking], now);
      }
    }
    return { taken: rows.length, turns };
  }

  /**
   * Writes down what became of rows, as far as they are still one's own. Those that are done are gone, and so are
   * after many attempts those that fail.
   */
  async settle(outcomes: readonly Outcome[]): Promise<void> {
    const now = await this.#clock.now();
    await this.#knex.transaction(async trx => {
      const held = await this.#claims.hold(
        trx,
        outcomes.map(({ row }) => row),
      );
      const own = new Set(held);
      const mine = outcomes.filter(({ row }) => own.has(row));
      const done = mine.filter(({ status }) => status === 'done');
      await trx(OUTBOX_TABLE)
        .whereIn(
          'id',
          done.map(({ row }) => row.id),
        )
        .delete();
      for (const outcome of mine) {
        if (outcome.status !== 'done') {
          await this.#giveBack(trx, outcome, now);
        }
      }
      await this.#notices.add(
        trx,
        mine.flatMap(({ notices }) => notices),
        now,
      );
    });
  }

  /** All that waits of the entities of some rows, in order. */
  async #linesOf(rows: readonly OutboxRow[]): Promise<OutboxRow[][]> {
    const known = new Map(rows.map(row => [row.id, row]));
    const refs = [...new Set(rows.map(row => row.entity_ref))];
    const waiting = await this.#knex<OutboxRow>(OUTBOX_TABLE)
      .whereIn('entity_ref', refs)
      .whereNotNull('due_at')
      .select('id', 'entity_ref', 'created_at', 'due_at', 'ticket');
    const lines = new Map<string, OutboxRow[]>(refs.map(ref => [ref, []]));
    for (const row of waiting) {
      lines.get(row.entity_ref)!.push(known.get(row.id) ?? (row as OutboxRow));
    }
    return [...lines.values()].map(line => line.sort(compareRows));
  }

  /** Rows that came before their turn. */
  async #putOff(
    rows: readonly OutboxRow[],
    { due_at, ticket }: OutboxRow,
    now: number,
  ): Promise<void> {
    await this.#claims.putOff(
      rows,
      ticket === null ? Number(due_at) : now + IN_HAND_MS,
      { attempts: this.#knex.raw('attempts - 1') },
    );
  }

  async #giveBack(
    trx: Knex.Transaction,
    { reason, row, status, told }: Outcome,
    now: number,
  ): Promise<void> {
    const failed = status === 'failed';
    const isGivenUp = failed && row.attempts >= MOST_ATTEMPTS;
    await trx(OUTBOX_TABLE)
      .where('id', row.id)
      .update({
        ticket: null,
        told: told.join(' '),
        ...(failed ? { reason } : { attempts: row.attempts - 1 }),
        ...(isGivenUp
          ? { due_at: null, quarantined_at: now }
          : { due_at: failed ? now + pauseAfter(row.attempts) : now }),
      });
  }
}

function compareRows(a: OutboxRow, b: OutboxRow): number {
  return Number(a.created_at) - Number(b.created_at) || (a.id < b.id ? -1 : 1);
}
