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
  readonly #options: Parameters<typeof PolicyInForce.create>[0];
  /** What this process made results with when it was in force last. */
  #former?: string;
  /** What it made them with when it asked last; undefined: it has to ask again. */
  #held?: string;
  #isOwn = false;
  /** Undefined before this process took over for the first time. */
  #askedAt?: number;
  #asking?: Promise<void>;

  /**
   * @param options - `madeWith`: fingerprint of this process's policy and engine, which changes when something is
   * published; `follow` looks whether it has; `onTakeOver` does what is to be done with older results, in the
   * transaction in which it comes into force
   */
  static create(options: {
    follow: (now: number) => Promise<void>;
    knex: Knex;
    madeWith: () => string;
    onTakeOver: (
      trx: Knex.Transaction,
      now: number,
      madeWith: string,
    ) => Promise<void>;
  }): PolicyInForce {
    return new PolicyInForce(options);
  }

  private constructor(options: Parameters<typeof PolicyInForce.create>[0]) {
    this.#options = options;
  }

  get madeWith(): string {
    return this.#options.madeWith();
  }

  /**
   * Whether this process may evaluate, as of some seconds ago. The first time it takes over.
   *
   * @param now - UTC milliseconds
   */
  async isOwn(now: number): Promise<boolean> {
    await this.#options.follow(now);
    if (
      this.#askedAt === undefined ||
      this.#held !== this.madeWith ||
      Math.abs(now - this.#askedAt) >= RENEW_EVERY_MS
    ) {
      this.#asking ??= this.#ask(now).finally(() => {
        this.#asking = undefined;
      });
      await this.#asking;
    }
    return this.#isOwn;
  }

  /**
   * Whether results that were made so may still be written; if they may, it stays so until the transaction ends.
   */
  async hold(trx: Knex.Transaction, madeWith: string): Promise<boolean> {
    await lock(trx, 'pg_advisory_xact_lock_shared');
    const row = await trx(TABLE).where('id', ID).first('made_with');
    const isOwn = row?.made_with === madeWith;
    if (!isOwn) {
      // Either another process took over, or this one follows a publication late.
      this.#isOwn = false;
      this.#held = undefined;
    }
    return isOwn;
  }

  async #ask(now: number): Promise<void> {
    const { knex } = this.#options;
    const { madeWith } = this;
    const row = await knex(TABLE).where('id', ID).first();
    const age = Math.abs(now - Number(row?.renewed_at));
    const isOwn = row?.made_with === madeWith;
    // What was in force was this process's own before something was published.
    const isOutgrown = !isOwn && row?.made_with === this.#former;
    if (
      this.#askedAt === undefined ||
      isOutgrown ||
      (!isOwn && age >= ABANDONED_AFTER_MS)
    ) {
      await this.#takeOver(now, madeWith);
    } else {
      if (isOwn && age >= RENEW_EVERY_MS) {
        await knex(TABLE)
          .where({ id: ID, made_with: madeWith })
          .update({ renewed_at: now });
      }
      this.#isOwn = isOwn;
    }
    if (this.#isOwn) {
      this.#former = madeWith;
    }
    this.#held = madeWith;
    this.#askedAt = now;
  }

  async #takeOver(now: number, madeWith: string): Promise<void> {
    const { knex, onTakeOver } = this.#options;
    await knex.transaction(async trx => {
      await lock(trx, 'pg_advisory_xact_lock');
      await trx(TABLE)
        .insert({ id: ID, made_with: madeWith, renewed_at: now })
        .onConflict('id')
        .merge();
      await onTakeOver(trx, now, madeWith);
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
