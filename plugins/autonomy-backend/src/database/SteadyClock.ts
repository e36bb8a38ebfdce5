import { performance } from 'node:perf_hooks';
import type { Clock } from './Clock';

/** A clock drifts by some milliseconds in that time. */
const ASK_EVERY_MS = 60_000;

/**
 * The clock of the database without asking it every time, for what happens too often to ask.
 *
 * @remarks
 *
 * It is asked now and then; in between the time that went by is measured, so that neither a wrong clock of
 * this process nor one that is set matters. While the database is away the last answer goes on.
 *
 * @internal
 */
export class SteadyClock implements Clock {
  readonly #clock: Clock;
  #asked?: { now: number; at: number };
  #asking?: Promise<void>;

  static create(options: { clock: Clock }): SteadyClock {
    return new SteadyClock(options.clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  async now(): Promise<number> {
    if (this.#asked === undefined) {
      await this.#ask();
    } else if (performance.now() - this.#asked.at > ASK_EVERY_MS) {
      // Nobody has to wait for it, and nobody minds if it fails.
      this.#ask().catch(() => {});
    }
    const { now, at } = this.#asked!;
    return Math.floor(now + performance.now() - at);
  }

  #ask(): Promise<void> {
    this.#asking ??= (async () => {
      const before = performance.now();
      const now = await this.#clock.now();
      const at = (before + performance.now()) / 2;
      this.#asked = { now, at };
    })().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }
}
