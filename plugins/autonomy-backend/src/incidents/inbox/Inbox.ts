import type { QuarantinedDelivery } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { INBOX_TABLE, type InboxRow } from './InboxRow';

const REPLAYED_AT_ONCE = 500;

/**
 * How much lies in the inbox.
 *
 * @internal
 */
export interface InboxState {
  /** Accepted, and not yet worked off. */
  pending: number;
  /** When the oldest of them came, in UTC milliseconds. */
  oldestPendingAt?: number;
  /** Set aside. */
  quarantined: number;
}

/**
 * Which deliveries to work off again.
 *
 * @internal
 */
export interface ReplayRequest {
  /** Of these ids; all that were set aside unless told. */
  ids?: readonly string[];
  /** Of this source. */
  source?: string;
}

/**
 * What lies in the inbox, and another try for what was set aside.
 *
 * @internal
 */
export class Inbox {
  readonly #knex: Knex;
  readonly #onReplay: () => void;

  static create(options: { knex: Knex; onReplay: () => void }): Inbox {
    return new Inbox(options.knex, options.onReplay);
  }

  private constructor(knex: Knex, onReplay: () => void) {
    this.#knex = knex;
    this.#onReplay = onReplay;
  }

  async state(): Promise<InboxState> {
    const [pending, quarantined] = await Promise.all([
      this.#knex(INBOX_TABLE)
        .whereNotNull('due_at')
        .count('* as count')
        .min('received_at as oldest')
        .first(),
      this.#knex(INBOX_TABLE)
        .whereNotNull('quarantined_at')
        .whereNull('due_at')
        .count('* as count')
        .first(),
    ]);
    const oldest: unknown = (pending as any)?.oldest;
    return {
      pending: Number(pending?.count ?? 0),
      oldestPendingAt:
        oldest === null || oldest === undefined ? undefined : Number(oldest),
      quarantined: Number(quarantined?.count ?? 0),
    };
  }

  /** What was set aside, the latest first. */
  async listQuarantined(options: {
    source?: string;
    limit: number;
  }): Promise<QuarantinedDelivery[]> {
    const query = this.#quarantined(options.source)
      .orderBy([
        { column: 'quarantined_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(options.limit)
      .select(
        'id',
        'source',
        'received_at',
        'quarantined_at',
        'reason',
        'attempts',
      );
    return (await query).map(row => ({
      id: row.id,
      source: row.source,
      receivedAt: Number(row.received_at),
      quarantinedAt: Number(row.quarantined_at),
      reason: row.reason ?? '',
      attempts: row.attempts,
    }));
  }

  /**
   * Gives deliveries that were set aside another try, the oldest first.
   *
   * @param now - UTC milliseconds
   * @returns how many
   */
  async replay({ ids, source }: ReplayRequest, now: number): Promise<number> {
    let replayed = 0;
    for (;;) {
      const part = this.#quarantined(source)
        // Not what was set aside again meanwhile.
        .where('quarantined_at', '<=', now)
        .orderBy(['received_at', 'id'])
        .limit(REPLAYED_AT_ONCE)
        .select('id');
      if (ids) {
        part.whereIn('id', ids);
      }
      const count = await this.#knex(INBOX_TABLE)
        .whereIn('id', part)
        .update({ due_at: now, attempts: 0, quarantined_at: null });
      replayed += count;
      if (count < REPLAYED_AT_ONCE) {
        break;
      }
    }
    if (replayed > 0) {
      this.#onReplay();
    }
    return replayed;
  }

  #quarantined(source: string | undefined) {
    const query = this.#knex<InboxRow>(INBOX_TABLE)
      .whereNotNull('quarantined_at')
      .whereNull('due_at');
    return source === undefined ? query : query.where({ source });
  }
}
