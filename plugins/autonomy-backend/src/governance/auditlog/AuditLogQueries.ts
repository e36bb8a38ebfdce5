import type {
  AuditChain,
  AuditLogHead,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { HashedEntry } from './hashOf';

const TABLE = 'audit_log';

/**
 * An entry as it is stored.
 *
 * @internal
 */
export type StoredEntry = HashedEntry & { hash: string };

/**
 * Which entries of a chain are wanted.
 *
 * @internal
 */
export interface EntriesFilter {
  chain: string;
  /** Entity ref. */
  entity?: string;
  /** Only older ones. */
  before?: number;
  limit: number;
}

/**
 * Reads the log of what people decided.
 *
 * @internal
 */
export class AuditLogQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): AuditLogQueries {
    return new AuditLogQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The newest first. */
  async list(filter: EntriesFilter): Promise<StoredEntry[]> {
    const { before, chain, entity, limit } = filter;
    const query = this.#knex(TABLE)
      .where({ chain })
      .orderBy('sequence', 'desc')
      .limit(limit);
    if (entity !== undefined) {
      query.where('entity_ref', entity);
    }
    if (before !== undefined) {
      query.where('sequence', '<', before);
    }
    return (await query).map(toStored);
  }

  /** A stretch of a chain in the order in which it was written. */
  async after(
    chain: string,
    sequence: number,
    limit: number,
  ): Promise<StoredEntry[]> {
    const rows = await this.#knex(TABLE)
      .where({ chain })
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(limit);
    return rows.map(toStored);
  }

  async count(chain: string): Promise<number> {
    const row = await this.#knex(TABLE)
      .where({ chain })
      .count({ entries: '*' })
      .first();
    return Number(row?.entries);
  }

  /** Where writers go on; undefined where nothing was written. */
  async headOf(chain: string): Promise<AuditLogHead | undefined> {
    return this.#knex('audit_chains')
      .where({ chain })
      .first('sequence', 'hash');
  }

  async chains(): Promise<AuditChain[]> {
    const rows = await this.#knex('audit_chains').orderBy('chain');
    return rows.map(({ chain, hash, sequence }) => ({
      chain,
      head: { sequence, hash },
    }));
  }
}

function toStored(row: any): StoredEntry {
  return {
    chain: row.chain,
    sequence: row.sequence,
    at: Number(row.at),
    actorRef: row.actor_ref,
    action: row.action,
    entityRef: row.entity_ref ?? undefined,
    details: row.details,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
