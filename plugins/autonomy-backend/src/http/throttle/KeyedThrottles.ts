import { Throttle } from './Throttle';

/** Whoever comes with ever new keys makes the oldest forgotten, not the process grow. */
const MOST_KEYS = 10_000;

/**
 * A throttle for each of many.
 *
 * @internal
 */
export class KeyedThrottles {
  readonly #options: Parameters<typeof Throttle.create>[0];
  /** The one that was asked for last comes last. */
  readonly #throttles = new Map<string, Throttle>();

  /**
   * @param options - of each of them
   */
  static create(
    options: Parameters<typeof Throttle.create>[0],
  ): KeyedThrottles {
    return new KeyedThrottles(options);
  }

  private constructor(options: Parameters<typeof Throttle.create>[0]) {
    this.#options = options;
  }

  of(key: string): Throttle {
    const throttle = this.#throttles.get(key) ?? Throttle.create(this.#options);
    this.#throttles.delete(key);
    this.#throttles.set(key, throttle);
    if (this.#throttles.size > MOST_KEYS) {
      const [oldest] = this.#throttles.keys();
      this.#throttles.delete(oldest);
    }
    return throttle;
  }
}
