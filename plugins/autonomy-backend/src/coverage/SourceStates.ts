import type { Knex } from 'knex';
import { isPostgres, toInstant } from '../database';
import { endFollowing } from './endFollowing';

const TABLE = 'incident_sources';
/** When something last came is told to the minute; a busy source would be written all the time. */
const DELIVERY_STEP_MS = 60_000;
const MAX_ERROR_LENGTH = 500;

/**
 * What was last heard of an incident source. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface SourceState {
  source: string;
  lastDeliveryAt?: number;
  /** Of the last heartbeat or successful poll. */
  lastHeardAt?: number;
  lastPollAt?: number;
  /** Why the last poll failed. */
  pollError?: string;
  /** What its coverage was last brought in line with. */
  coveredWith?: string;
}

/**
 * What was last heard of each source.
 *
 * @remarks
 *
 * Coverage that a source opened follows it: a heartbeat is one row here, and not one for each entity.
 * Only after a silence the rows are closed, at the instant the source was last heard.
 *
 * @internal
 */
export class SourceStates {
  readonly #knex: Knex;
  readonly #silence: () => number;

  /**
   * @param options - `silence`: milliseconds after which a source that was not heard watches no more
   */
  static create(options: { knex: Knex; silence: () => number }): SourceStates {
    return new SourceStates(options.knex, options.silence);
  }

  private constructor(knex: Knex, silence: () => number) {
    this.#knex = knex;
    this.#silence = silence;
  }

  async readAll(): Promise<SourceState[]> {
    const rows = await this.#knex(TABLE).orderBy('source');
    return rows.map(fromRow);
  }

  /** Locks the state until the transaction ends. */
  async readLocked(
    trx: Knex.Transaction,
    source: string,
  ): Promise<SourceState> {
    await trx(TABLE).insert({ source }).onConflict('source').ignore();
    const query = trx(TABLE).where({ source });
    if (isPostgres(trx)) {
      query.forUpdate();
    }
    return fromRow(await query.first());
  }

  /** Something came; that proves nothing about what did not come. */
  async delivered(
    trx: Knex.Transaction,
    source: string,
    at: number,
  ): Promise<void> {
    const known = await trx(TABLE).where({ source }).first('last_delivery_at');
    const last = toInstant(known?.last_delivery_at);
    // Not even locked then: every batch would wait for the one before.
    if (last === undefined || last < at - DELIVERY_STEP_MS) {
      await trx(TABLE)
        .insert({ source, last_delivery_at: at })
        .onConflict('source')
        .merge(['last_delivery_at']);
    }
  }

  /**
   * The source was heard: by a heartbeat or a poll, never by an incident.
   *
   * @returns whether it had been silent, and whose coverage ended with that
   */
  async heard(
    trx: Knex.Transaction,
    source: string,
    at: number,
  ): Promise<{ wasSilent: boolean; touched: string[] }> {
    const { lastHeardAt } = await this.readLocked(trx, source);
    if (lastHeardAt !== undefined && at <= lastHeardAt) {
      return { wasSilent: false, touched: [] };
    }
    const wasSilent =
      lastHeardAt === undefined || at - lastHeardAt >= this.#silence();
    const touched =
      wasSilent && lastHeardAt !== undefined
        ? await endFollowing(trx, source, lastHeardAt)
        : [];
    await trx(TABLE)
      .where({ source })
      .update({
        last_heard_at: at,
        ...(wasSilent ? { covered_with: null } : {}),
      });
    return { wasSilent, touched };
  }

  async polled(
    trx: Knex.Transaction,
    source: string,
    until: number,
  ): Promise<void> {
    await trx(TABLE)
      .where({ source })
      .update({ last_poll_at: until, poll_error: null });
  }

  async pollFailed(source: string, error: string): Promise<void> {
    await this.#knex(TABLE)
      .insert({ source, poll_error: error.slice(0, MAX_ERROR_LENGTH) })
      .onConflict('source')
      .merge(['poll_error']);
  }

  async setCoveredWith(
    trx: Knex.Transaction,
    source: string,
    coveredWith: string,
  ): Promise<void> {
    await trx(TABLE).where({ source }).update({ covered_with: coveredWith });
  }

  /** Whether it watches at an instant. */
  isHeard({ lastHeardAt }: SourceState, now: number): boolean {
    return lastHeardAt !== undefined && now - lastHeardAt < this.#silence();
  }
}

function fromRow(row: Record<string, any>): SourceState {
  return {
    source: row.source,
    lastDeliveryAt: toInstant(row.last_delivery_at),
    lastHeardAt: toInstant(row.last_heard_at),
    lastPollAt: toInstant(row.last_poll_at),
    pollError: row.poll_error ?? undefined,
    coveredWith: row.covered_with ?? undefined,
  };
}
