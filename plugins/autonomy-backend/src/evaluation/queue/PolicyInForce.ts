import type { Knex } from 'knex';
import { isPostgres } from '../../database';

const TABLE = 'policy_in_force';
const ID = 'results';
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
  readonly #onTakeOver: (now: number) => Promise<void>;
  #isOwn = false;
  #askedAt = -Infinity;

  /**
   * @param options - `madeWith`: fingerprint of this process's policy and engine; `onTakeOver` is called when it
   * comes into force, and does what is to be done with older results
   */
  static create(options: {
    knex: Knex;
    madeWith: string;
    onTakeOver: (now: number) => Promise<void>;
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
   * This process's policy is the one from now on.
   *
   * @param now - UTC milliseconds
   */
  async takeOver(now: number): Promise<void> {
    await this.#knex(TABLE)
      .insert({ id: ID, made_with: this.#madeWith, renewed_at: now })
      .onConflict('id')
      .merge();
    await this.#onTakeOver(now);
    this.#isOwn = true;
    this.#askedAt = now;
  }

  /**
   * Whether this process may evaluate, as of some seconds ago.
   *
   * @param now - UTC milliseconds
   */
  async isOwn(now: number): Promise<boolean> {
    if (Math.abs(now - this.#askedAt) >= RENEW_EVERY_MS) {
      await this.#renew(now);
    }
    return this.#isOwn;
  }

  /** Whether it is still so; if it is, it stays so until the transaction ends. */
  async hold(trx: Knex.Transaction): Promise<boolean> {
    const query = trx(TABLE).where('id', ID);
    if (isPostgres(trx)) {
      query.forShare();
    }
    const row = await query.first('made_with');
    this.#isOwn = row?.made_with === this.#madeWith;
    return this.#isOwn;
  }

  async #renew(now: number): Promise<void> {
    const row = await this.#knex(TABLE).where('id', ID).first();
    const age = now - Number(row?.renewed_at);
    if (row?.made_with === this.#madeWith) {
      this.#isOwn = true;
      if (Math.abs(age) >= RENEW_EVERY_MS) {
        await this.#knex(TABLE)
          .where({ id: ID, made_with: this.#madeWith })
          .update({ renewed_at: now });
      }
    } else if (row && Math.abs(age) < ABANDONED_AFTER_MS) {
      this.#isOwn = false;
    } else {
      await this.takeOver(now);
    }
    this.#askedAt = now;
  }
}
