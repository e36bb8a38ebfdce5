import { performance } from 'node:perf_hooks';

/**
 * Lets a few things happen at once and others only now and then (a token bucket).
 *
 * @internal
 */
export class Throttle {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #clock: () => number;
  #left: number;
  #asOf: number;

  /**
   * @param options - `clock` tells milliseconds since whenever
   */
  static create(options: {
    burst: number;
    perSecond: number;
    clock?: () => number;
  }): Throttle {
    return new Throttle(options);
  }

  private constructor(options: Parameters<typeof Throttle.create>[0]) {
    const { burst, clock = () => performance.now(), perSecond } = options;
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#clock = clock;
    this.#left = burst;
    this.#asOf = clock();
  }

  /** Whether it may happen now. */
  take(): boolean {
    this.#earn();
    if (this.#left < 1) {
      return false;
    }
    this.#left -= 1;
    return true;
  }

  /** In how many milliseconds it may happen; 0 where it may now. */
  readyIn(): number {
    this.#earn();
    return Math.max(0, ((1 - this.#left) / this.#perSecond) * 1_000);
  }

  #earn(): void {
    const now = this.#clock();
    const earned = ((now - this.#asOf) / 1_000) * this.#perSecond;
    this.#left = Math.min(this.#burst, this.#left + earned);
    this.#asOf = now;
  }
}
