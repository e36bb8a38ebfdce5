/**
 * An instant, and until when what is said about it holds without new evidence. Whatever depends on
 * the clock adds the instants at which it changes. Model section 13.
 * @public
 */
export class Horizon {
  /** UTC milliseconds. */
  readonly now: number;
  #next = Infinity;

  constructor(now: number) {
    this.now = now;
  }

  /** Something may change then; too early does no harm, too late would. */
  add(instant: number): void {
    if (instant > this.now && instant < this.#next) {
      this.#next = Math.ceil(instant);
    }
  }

  /** The first change to come; undefined if there is none. */
  get nextChangeAt(): number | undefined {
    return this.#next === Infinity ? undefined : this.#next;
  }
}
