import type { TrustPolicy } from '../../model';
import { lengthOf, type Interval } from '../math';
import { earnedBy } from './earned';
import type { Fading } from './Fading';
import type { TrustContext } from './TrustContext';

/** Sums in another order differ by less; without it a crossing could be seen a moment late. */
const ROUNDING = 1e-12;

/**
 * How the trust of one area goes on while sources keep watching and nothing is recorded, until
 * the next instant at which an incident leaves the window or more is learnt. It never falls: each
 * moment is reliable, the window's tail gives up at most as much, and losses fade.
 */
export class Outlook {
  readonly #trust: TrustPolicy;
  /** Start of the window, now. */
  readonly #tail: number;
  readonly #reliable: readonly Interval[];
  readonly #reliableFor: number;
  readonly #fading: Fading | undefined;

  constructor(
    reliable: readonly Interval[],
    fading: Fading | undefined,
    { trust, asOf }: TrustContext,
  ) {
    this.#trust = trust;
    this.#tail = asOf - trust.window;
    this.#reliable = reliable;
    this.#reliableFor = lengthOf(reliable);
    this.#fading = fading?.still ? undefined : fading;
  }

  /**
   * How long it takes until trust reaches a target, in whole milliseconds, at least one; infinite
   * if it does not within the limit.
   */
  timeTo(target: number, limit: number): number {
    let at = 0;
    let gained = 0;
    // Reliable time grows only while the window's tail passes over time that was not reliable.
    for (let i = 0; i <= this.#reliable.length && at < limit; i++) {
      const stretch = this.#reliable[i] as Interval | undefined;
      const growsUntil = stretch
        ? stretch.from - this.#tail
        : this.#trust.window;
      const grown = this.#search(
        target,
        at,
        Math.min(growsUntil, limit),
        gained,
        1,
      );
      if (grown !== Infinity) return grown;
      gained += growsUntil - at;
      at = stretch ? stretch.to - this.#tail : Infinity;
      if (!this.#fading) continue;
      const faded = this.#search(
        target,
        growsUntil,
        Math.min(at, limit),
        gained,
        0,
      );
      if (faded !== Infinity) return faded;
    }
    return Infinity;
  }

  #after(ms: number, gained: number): number {
    const { month } = this.#trust;
    const earned = earnedBy((this.#reliableFor + gained) / month, this.#trust);
    return this.#fading ? earned - this.#fading.lossAfter(ms) : earned;
  }

  /**
   * Where trust reaches the target between two instants, to the millisecond: false position
   * (Illinois), which keeps the crossing between its bounds whatever the shape in between.
   */
  #search(
    target: number,
    from: number,
    to: number,
    gained: number,
    rate: 0 | 1,
  ): number {
    if (!(from < to)) return Infinity;
    let [low, high] = [from, to];
    const first = this.#after(from, gained);
    const last = this.#after(to, gained + rate * (to - from));
    const aim = first < target - ROUNDING ? target - ROUNDING : target;
    if (last < aim || last <= first) return Infinity;
    if (first >= aim) return Math.floor(from) + 1;
    let [below, above] = [first - aim, last - aim];
    let side = 0;
    while (high - low > 1) {
      const guess = Math.round(low - (below * (high - low)) / (above - below));
      const at = Math.min(
        Math.max(guess, Math.floor(low) + 1),
        Math.ceil(high) - 1,
      );
      const rest = this.#after(at, gained + rate * (at - from)) - aim;
      if (rest < 0) {
        [low, below] = [at, rest];
        if (side === -1) above /= 2;
        side = -1;
      } else {
        [high, above] = [at, rest];
        if (side === 1) below /= 2;
        side = 1;
      }
    }
    return Math.ceil(high);
  }
}
