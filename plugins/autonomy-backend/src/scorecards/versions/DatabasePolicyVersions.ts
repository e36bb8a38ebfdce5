import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks, isPostgres } from '../../database';
import type {
  PolicyVersionsStore,
  PolicyVersionsWriter,
  StandingVersion,
  VersionText,
} from './PolicyVersionsStore';
import {
  ENTRY_COLUMNS,
  toVersionEntry,
  toVersionRow,
  VERSIONS_TABLE as TABLE,
  type NewVersion,
  type VersionEntry,
} from './VersionRow';

const CHECKS_TABLE = 'published_checks';
const LOCK_NAME = 'autonomy.policy-versions';
const CHUNK = 250;

/**
 * @internal
 */
export class DatabasePolicyVersions
  implements PolicyVersionsStore, PolicyVersionsWriter
{
  readonly #knex: Knex;

  static create(options: { knex: Knex }): PolicyVersionsStore {
    return new DatabasePolicyVersions(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(key?: PolicyDocumentKey): Promise<VersionEntry[]> {
    const query = this.#knex(TABLE)
      .select(ENTRY_COLUMNS)
      .orderBy('number', 'desc');
    if (key) {
      query.where({ kind: key.kind, name: key.name });
    }
    return (await query).map(toVersionEntry);
  }

  async get(number: number): Promise<VersionText | undefined> {
    const row = await this.#knex(TABLE).where({ number }).first();
    return (
      row && {
        ...toVersionEntry(row),
        yaml: row.yaml ?? undefined,
        changes: JSON.parse(row.changes),
      }
    );
  }

  async standing(now: number): Promise<StandingVersion[]> {
    const inForce = this.#knex(TABLE)
      .whereNull('withdrawn_at')
      .where('effective_from', '<=', now)
      .groupBy('kind', 'name')
      .max('number');
    const rows = await this.#knex(TABLE)
      .whereNull('withdrawn_at')
      .where(query =>
        query.whereIn('number', inForce).orWhere('effective_from', '>', now),
      )
      .orderBy('number');
    return rows.map(row => ({
      ...toVersionEntry(row),
      yaml: row.yaml ?? undefined,
    }));
  }

  async revision(now: number): Promise<string> {
    const row = await this.#knex(TABLE).first(
      this.#knex.raw(
        `max(number) as newest, count(withdrawn_at) as withdrawn,
           count(case when effective_from <= ? then 1 end) as begun`,
        [now],
      ),
    );
    return [row.newest, row.withdrawn, row.begun].join('/');
  }

  async publishedChecks(now: number): Promise<Record<string, number>> {
    const rows = await this.#knex(CHECKS_TABLE)
      .where('published_at', '<=', now)
      .orderBy('check_id');
    return Object.fromEntries(
      rows.map(row => [row.check_id, Number(row.published_at)]),
    );
  }

  exclusively<T>(
    work: (store: PolicyVersionsWriter, trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#knex.transaction(async trx => {
      // SQLite has one writer.
      if (isPostgres(trx)) {
        await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [LOCK_NAME]);
      }
      return work(new DatabasePolicyVersions(trx), trx);
    });
  }

  async append(version: NewVersion): Promise<VersionEntry> {
    const [row] = await this.#knex(TABLE)
      .insert(toVersionRow(version))
      .returning(ENTRY_COLUMNS);
    return toVersionEntry(row);
  }

  async withdraw(
    number: number,
    { at, by, note }: { by: string; at: number; note: string },
  ): Promise<void> {
    await this.#knex(TABLE)
      .where({ number })
      .update({ withdrawn_by: by, withdrawn_at: at, withdrawn_note: note });
  }

  async addChecks(
    checkIds: readonly string[],
    publishedAt: number,
  ): Promise<void> {
    for (const chunk of inChunks(checkIds, CHUNK)) {
      await this.#knex(CHECKS_TABLE)
        .insert(chunk.map(id => ({ check_id: id, published_at: publishedAt })))
        .onConflict('check_id')
        .ignore();
    }
  }

  async forgetChecks(
    checkIds: readonly string[],
    publishedAt: number,
  ): Promise<void> {
    for (const chunk of inChunks(checkIds, CHUNK)) {
      await this.#knex(CHECKS_TABLE)
        .whereIn('check_id', chunk)
        .where('published_at', publishedAt)
        .delete();
    }
  }
}
