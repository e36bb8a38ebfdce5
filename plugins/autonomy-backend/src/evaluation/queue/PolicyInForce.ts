import type { Knex } from 'knex';
import { isPostgres } from '../../database';

const TABLE = 'policy_in_force';
const ID = 'results';
const LOCK_NAME = 'autonomy.policy-in-force';
/** The one in force is said to be so that often, in milliseconds. */
const RENEW_EVERY_MS = 30_000;
/** Nobody works by it any more. */
const ABANDONED_AFTER_MS = 120_000;

/**
 * By which policy and engine results are made, where processes of several versions run side by side.
 *
 * @remarks
 *
 * The one that started last wins: an update replaces processes one after the other, and those that are
 * still to be replaced stop evaluating instead of undoing what the new ones did. Where the last one was a
 * mistake and went away, the others go on after two minutes.
 *
 * @internal
 */
export class PolicyInForce {
  readonly #knex: Knex;
  readonly #madeWith: string;
  readonly #onTakeOver: (trx: Knex.Transaction, now: number) => Promise<void>;
  #isOwn = false;
  /** Undefined before this process took over for the first time. */
  #askedAt?: number;
  #asking?: Promise<void>;

  /**
   * @param options - `madeWith`: fingerprint of this process's policy and engine; `onTakeOver` does what is to be
   * done with older results, in the transaction in which it comes into force
   */
  static create(options: {
    knex: Knex;
    madeWith: string;
    onTakeOver: (trx: Knex.Transaction, now: number) => Promise<void>;
  }): PolicyInForce {
    return new PolicyInForce(options);
  }

  private constructor(options: Parameters<typeof PolicyInForce.create>[0]) {
    this.#knex = options.knex;
    this.#madeWith = options.madeWith;
    this.#onTakeOver = options.onTakeOver;
  }

  get madeWith(): string {
    return this.#madeWith;
  }

  /**
   * Whether this process may evaluate, as of some seconds ago. The first time it takes over.
   *
   * @param now - UTC milliseconds
   */
  async isOwn(now: number): Promise<boolean> {
    if (
      this.#askedAt === undefined ||
      Math.abs(now - this.#askedAt) >= RENEW_EVERY_MS
    ) {
      this.#asking ??= this.#ask(now).finally(() => {
        this.#asking = undefined;
      });
      await this.#asking;
    }
    return this.#isOwn;
  }

  /** Whether it is still so; if it is, it stays so until the transaction ends. */
  async hold(trx: Knex.Transaction): Promise<boolean> {
    await lock(trx, 'pg_advisory_xact_lock_shared');
    const row = await trx(TABLE).where('id', ID).first('made_with');
    this.#isOwn = row?.made_with === this.#madeWith;
    return this.#isOwn;
  }

  async #ask(now: number): Promise<void> {
    const row = await this.#knex(TABLE).where('id', ID).first();
    const age = Math.abs(now - Number(row?.renewed_at));
    const isOwn = row?.made_with === this.#madeWith;
    if (this.#askedAt === undefined || (!isOwn && age >= ABANDONED_AFTER_MS)) {
      await this.#takeOver(now);
    } else {
      if (isOwn && age >= RENEW_EVERY_MS) {
        await this.#knex(TABLE)
          .where({ id: ID, made_with: this.#madeWith })
          .update({ renewed_at: now });
      }
      this.#isOwn = isOwn;
    }
    this.#askedAt = now;
  }

  async #takeOver(now: number): Promise<void> {
    await this.#knex.transaction(async trx => {
      await lock(trx, 'pg_advisory_xact_lock');
      await trx(TABLE)
        .insert({ id: ID, made_with: this.#madeWith, renewed_at: now })
        .onConflict('id')
        .merge();
      await this.#onTakeOver(trx, now);
    });
    this.#isOwn = true;
  }
}

/** Not a lock of the row: of those, whoever only reads overtakes whoever waits to write, for ever if there are many. */
async function lock(trx: Knex.Transaction, how: string): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(`select ${how}(hashtext(?))`, [LOCK_NAME]);
  }
}
