import { performance } from 'node:perf_hooks';

/**
 * @internal
 */
export interface SharedReadingOptions<T> {
  read: () => Promise<T>;
  /** For how long a reading serves all who ask, in milliseconds. */
  maxAge: number;
  /** Told of the first of several failures in a row. */
  onFailure: (error: unknown) => void;
  /** Milliseconds since some instant. */
  elapsed?: () => number;
}

/**
 * What everybody gets who asks within some time, so that it costs the same however often it is asked for.
 *
 * @internal
 */
export class SharedReading<T> {
  readonly #options: SharedReadingOptions<T>;
  readonly #elapsed: () => number;
  #latest?: Promise<T | undefined>;
  #begunAt = -Infinity;
  #failed = false;

  static create<TReading>(
    options: SharedReadingOptions<TReading>,
  ): SharedReading<TReading> {
    return new SharedReading(options);
  }

  private constructor(options: SharedReadingOptions<T>) {
    this.#options = options;
    this.#elapsed = options.elapsed ?? (() => performance.now());
  }

  /** Undefined where it failed, until it is tried again. Never fails. */
  get(): Promise<T | undefined> {
    const now = this.#elapsed();
    if (!this.#latest || now - this.#begunAt >= this.#options.maxAge) {
      this.#begunAt = now;
      this.#latest = this.#read();
    }
    return this.#latest;
  }

  async #read(): Promise<T | undefined> {
    try {
      const reading = await this.#options.read();
      this.#failed = false;
      return reading;
    } catch (error) {
      if (!this.#failed) {
        this.#options.onFailure(error);
      }
      this.#failed = true;
      return undefined;
    }
  }
}
