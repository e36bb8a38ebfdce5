import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';

/**
 * What a table of work has besides its own columns.
 *
 * @internal
 */
export interface ClaimableRow {
  /** UTC milliseconds; null is no work. */
  due_at: number | null;
  /** Of the worker that has it. */
  ticket: string | null;
  /** How often it was taken. */
  attempts: number;
}

/**
 * @internal
 */
export interface ClaimsOptions {
  knex: Knex;
  /** Its index on `(due_at, key)` is what makes taking cheap. */
  table: string;
  /** The column that names a row. */
  key: string;
  /** For how long a row is somebody's, in milliseconds; afterwards the next one takes it. */
  lease: number;
  /**
   * For how long a row is put off at the most, in milliseconds. What lies further ahead was put there by a clock that
   * has been set back since. Absent where rows may lie in any future.
   */
  longest?: number;
}

/**
 * Work that lies in a table, shared by any number of processes.
 *
 * @remarks
 *
 * To take a row is to put its due time off by the lease and to sign it with a ticket. A process that dies
 * leaves its rows to whoever comes after the lease. One that was merely held up for longer wakes up with
 * a ticket that is no longer on the row: {@link Claims.hold} tells, in the transaction that writes the
 * effects, which rows are still its own, and keeps them so until that transaction ends. So effects of a
 * row are written once for each time it was due, whatever the processes do.
 *
 * @internal
 */
export class Claims<TRow extends ClaimableRow> {
  readonly #options: ClaimsOptions;
  /** Before the first look any clock may have been set back. */
  #lastLook = Infinity;

  static create<T extends ClaimableRow>(options: ClaimsOptions): Claims<T> {
    return new Claims(options);
  }

  private constructor(options: ClaimsOptions) {
    this.#options = options;
  }

  /**
   * Takes what is due, the longest overdue first.
   *
   * @param now - UTC milliseconds
   */
  async take(now: number, limit: number): Promise<TRow[]> {
    const { key, knex, lease, longest, table } = this.#options;
    if (longest !== undefined && now < this.#lastLook) {
      await knex(table)
        .where('due_at', '>', now + longest)
        .update({ due_at: now, ticket: null });
    }
    this.#lastLook = now;
    const due = knex(table)
      .where('due_at', '<=', now)
      .orderBy(['due_at', key])
      .limit(limit)
      .select(key);
    const query = knex(table);
    if (isPostgres(knex)) {
      // What another one is just taking is not waited for. An array is made once, whatever the plan:
      // a subquery that is run again would take more each time.
      due.forUpdate().skipLocked();
      query.whereRaw('?? = any(array(?))', [key, due]);
    } else {
      query.whereIn(key, due);
    }
    return query
      .update({
        due_at: now + lease,
        ticket: randomUUID(),
        attempts: knex.raw('attempts + 1'),
      })
      .returning('*');
  }

  /** Those of the rows that are still one's own; they stay so until the transaction ends. */
  async hold(trx: Knex.Transaction, rows: readonly TRow[]): Promise<TRow[]> {
    const { key, table } = this.#options;
    const query = trx(table)
      .whereIn(key, this.#keys(rows))
      .select(key, 'ticket');
    if (isPostgres(trx)) {
      // In the order in which others lock them; a database in a language of its own would sort otherwise.
      query.orderByRaw('?? collate "C"', [key]).forUpdate();
    }
    const tickets = new Map<unknown, string>(
      (await query).map((row: any) => [row[key], row.ticket]),
    );
    return rows.filter(
      row =>
        row.ticket !== null && tickets.get(this.#keyOf(row)) === row.ticket,
    );
  }

  /**
   * There is nothing left to do for rows that are held.
   *
   * @param changes - columns of their own to write with it
   */
  async finish(
    trx: Knex.Transaction,
    rows: readonly TRow[],
    changes: Partial<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.#release(trx, rows, { ...changes, due_at: null });
  }

  /**
   * Gives rows back for later; those that are no longer one's own stay as they are.
   *
   * @param until - UTC milliseconds
   */
  async putOff(
    rows: readonly TRow[],
    until: number,
    changes: Partial<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.#options.knex.transaction(async trx => {
      const own = await this.hold(trx, rows);
      await this.#release(trx, own, { ...changes, due_at: until });
    });
  }

  async #release(
    trx: Knex.Transaction,
    rows: readonly TRow[],
    changes: Partial<Record<string, unknown>>,
  ): Promise<void> {
    const { key, table } = this.#options;
    await trx(table)
      .whereIn(key, this.#keys(rows))
      .update({ ...changes, ticket: null });
  }

  #keys(rows: readonly TRow[]): string[] {
    return rows.map(row => this.#keyOf(row));
  }

  #keyOf(row: TRow): string {
    return (row as Record<string, any>)[this.#options.key];
  }
}
