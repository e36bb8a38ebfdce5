import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Knex } from 'knex';
import { messageOf } from '../../database';
import { inTime } from '../../tasks/inTime';
import { INBOX_TABLE } from './InboxRow';

/** Deliveries that are committed together. */
const BATCH = 100;
/** What waits to be committed; beyond it senders have to come again. */
const MOST_WAITING = 2_000;
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
/**
 * Senders give up after some seconds, so an answer that comes later is none. To wait for a connection
 * counts too.
 */
const DEADLINE_MS = 4_000;
const STATEMENT_TIMEOUT_MS = 3_000;
/** So long after deliveries had to wait for each other it is still a flood. */
const FLOOD_MS = 100;

/**
 * An authentic delivery.
 *
 * @internal
 */
export interface Delivery {
  source: string;
  /** Absent where every request is a delivery of its own. */
  deliveryId?: string;
  body: Buffer;
  /** UTC milliseconds. */
  receivedAt: number;
}

/**
 * There is more to commit than can be; the sender should come again later.
 *
 * @internal
 */
export class OverloadError extends Error {
  readonly name = 'OverloadError';
  readonly statusCode = 429;
}

interface Waiting {
  row: NewRow;
  settle: (error?: Error, outcome?: AcceptOutcome) => void;
}

interface NewRow {
  id: string;
  source: string;
  body: Buffer;
  body_hash: string;
  received_at: number;
  due_at: number;
}

/**
 * Whether a delivery was new.
 *
 * @internal
 */
export type AcceptOutcome = 'accepted' | 'duplicate';

/**
 * Commits deliveries to the inbox before anybody says that they arrived.
 *
 * @remarks
 *
 * Deliveries that arrive while others are being committed wait for each other and are committed together:
 * under load that is what keeps up with a sender, and one connection is enough for it.
 *
 * @internal
 */
export class InboxAcceptor {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #onAccepted: () => void;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #committing = false;
  #floodedAt = -Infinity;

  /**
   * @param options - `onAccepted` is called after the commit of something new
   */
  static create(options: {
    knex: Knex;
    logger: LoggerService;
    onAccepted: () => void;
  }): InboxAcceptor {
    return new InboxAcceptor(options);
  }

  private constructor(options: Parameters<typeof InboxAcceptor.create>[0]) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#onAccepted = options.onAccepted;
  }

  /** Whether deliveries come faster than they can be committed one by one. */
  get isFlooded(): boolean {
    return performance.now() - this.#floodedAt < FLOOD_MS;
  }

  /**
   * Resolves when the delivery is committed, or was before.
   *
   * @throws ConflictError where another body has come under the same delivery id
   * @throws OverloadError where too much is waiting
   * @throws ServiceUnavailableError where it could not be committed
   */
  accept(delivery: Delivery): Promise<AcceptOutcome> {
    const { body } = delivery;
    if (
      this.#waiting.length >= MOST_WAITING ||
      this.#waitingBytes + body.length > MOST_WAITING_BYTES
    ) {
      return Promise.reject(new OverloadError('Too many deliveries at once'));
    }
    return new Promise((resolve, reject) => {
      this.#waitingBytes += body.length;
      this.#waiting.push({
        row: toRow(delivery),
        settle: (error, outcome) => (error ? reject(error) : resolve(outcome!)),
      });
      void this.#commitAll();
    });
  }

  async #commitAll(): Promise<void> {
    if (this.#committing) {
      return;
    }
    this.#committing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH);
      if (batch.length > 1) {
        this.#floodedAt = performance.now();
      }
      await this.#commit(batch);
      this.#waitingBytes -= bytesOf(batch);
    }
    this.#committing = false;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      // If it happens later all the same, the next attempt finds it.
      await inTime(this.#store(batch), DEADLINE_MS);
    } catch (error) {
      this.#logger.warn(`Deliveries could not be stored: ${messageOf(error)}`);
      // Whoever waits behind them would wait as long, and in vain. Without its cause, which tells
      // statements: whoever sends must not learn them.
      const refused = [...batch, ...this.#takeWaiting()];
      refused.forEach(({ settle }) =>
        settle(new ServiceUnavailableError('The delivery could not be stored')),
      );
    }
  }

  #takeWaiting(): Waiting[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes -= bytesOf(waiting);
    return waiting;
  }

  async #store(batch: readonly Waiting[]): Promise<void> {
    const rows = new Map<string, NewRow>();
    for (const { row } of batch) {
      // Of several that arrive at once the first counts, as if the others had come later.
      if (!rows.has(row.id)) rows.set(row.id, row);
    }
    const added = await this.#insert([...rows.values()]);
    const hashes = await this.#readHashes(
      [...rows.keys()].filter(id => !added.has(id)),
    );
    for (const { row, settle } of batch) {
      const first = rows.get(row.id)!;
      const isNew = added.has(row.id);
      if ((isNew ? first.body_hash : hashes.get(row.id)) === row.body_hash) {
        settle(undefined, isNew && first === row ? 'accepted' : 'duplicate');
      } else {
        settle(new ConflictError('The delivery id was used for another body'));
      }
    }
    if (added.size > 0) {
      this.#onAccepted();
    }
  }

  async #insert(rows: readonly NewRow[]): Promise<Set<string>> {
    const added = await this.#knex(INBOX_TABLE)
      // Ascending keys, so that two processes that meet wait for each other instead of deadlocking.
      .insert([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)))
      .onConflict('id')
      .ignore()
      .returning('id')
      .timeout(STATEMENT_TIMEOUT_MS);
    return new Set(added.map((row: { id: string }) => row.id));
  }

  async #readHashes(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await this.#knex(INBOX_TABLE)
      .whereIn('id', ids)
      .select('id', 'body_hash')
      .timeout(STATEMENT_TIMEOUT_MS);
    return new Map(rows.map(row => [row.id, row.body_hash]));
  }
}

function toRow({ source, deliveryId, body, receivedAt }: Delivery): NewRow {
  return {
    id: `${source}/${deliveryId ?? randomUUID()}`,
    source,
    body,
    body_hash: createHash('sha256').update(body).digest('hex'),
    received_at: receivedAt,
    due_at: receivedAt,
  };
}

function bytesOf(waiting: readonly Waiting[]): number {
  return waiting.reduce((sum, { row }) => sum + row.body.length, 0);
}
