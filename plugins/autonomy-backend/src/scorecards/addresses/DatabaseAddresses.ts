import type { Knex } from 'knex';
import { contentHash } from '../../database';
import type { AddressesStore, GoodCopy } from './AddressesStore';

const TABLE = 'policy_fetches';

/**
 * @internal
 */
export class DatabaseAddresses implements AddressesStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): AddressesStore {
    return new DatabaseAddresses(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(addresses: readonly string[]): Promise<GoodCopy[]> {
    const rows = await this.#knex(TABLE)
      .whereIn('address', addresses)
      .orderBy('address');
    return rows.map(row => ({
      address: row.address,
      ...(row.etag !== null && { etag: row.etag }),
      yaml: row.yaml,
      readAt: Number(row.read_at),
      ...(row.failed_since !== null && {
        failure: { since: Number(row.failed_since), message: row.message },
      }),
    }));
  }

  async revision(addresses: readonly string[]): Promise<string> {
    const rows = await this.#knex(TABLE)
      .whereIn('address', addresses)
      .orderBy('address')
      .select('address', 'content_hash');
    return rows.map(row => `${row.address} ${row.content_hash}`).join('\n');
  }

  async keep(
    { address, etag, yaml }: Pick<GoodCopy, 'address' | 'etag' | 'yaml'>,
    now: number,
  ): Promise<void> {
    await this.#knex(TABLE)
      .insert({
        address,
        etag: etag ?? null,
        yaml,
        content_hash: contentHash(yaml),
        read_at: now,
        failed_since: null,
        message: null,
      })
      .onConflict('address')
      .merge();
  }

  async confirm(address: string, now: number): Promise<void> {
    await this.#knex(TABLE)
      .where({ address })
      .update({ read_at: now, failed_since: null, message: null });
  }

  async fail(address: string, message: string, now: number): Promise<boolean> {
    const count = await this.#knex(TABLE)
      .where({ address })
      .where(query => query.whereNull('message').orWhereNot('message', message))
      .update({
        failed_since: this.#knex.raw('coalesce(failed_since, ?)', [now]),
        message,
      });
    return count > 0;
  }
}
