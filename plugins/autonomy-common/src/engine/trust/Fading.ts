/** One loss, 0 or more, and what it fades by each millisecond. */
export interface FadingLoss {
  readonly amount: number;
  readonly rate: number;
}

/** What a day's incidents cost together: at most a multiple of the largest. */
function dayLoss(
  losses: readonly FadingLoss[],
  sameDayFactor: number,
  after: number,
): number {
  let [total, largest] = [0, 0];
  for (const { amount, rate } of losses) {
    const left = amount - rate * after;
    total += left;
    largest = Math.max(largest, left);
  }
  return Math.min(total, sameDayFactor * largest);
}

/** The losses of one area as they fade, until the first incident leaves the window. */
export class Fading {
  readonly #sameDayFactor: number;
  #amount = 0;
  #rate = 0;
  #days: FadingLoss[][] | undefined;

  constructor(sameDayFactor: number) {
    this.#sameDayFactor = sameDayFactor;
  }

  /** Adds the losses that began on one day. */
  addDay(losses: FadingLoss[]): void {
    if (losses.length === 1) {
      this.#amount += losses[0].amount;
      this.#rate += losses[0].rate;
    } else {
      (this.#days ??= []).push(losses);
    }
  }

  /** Whether nothing fades. */
  get still(): boolean {
    return this.#rate === 0 && this.#days === undefined;
  }

  /** What is lost some milliseconds from now. */
  lossAfter(after: number): number {
    let loss = this.#amount - this.#rate * after;
    if (this.#days) {
      for (const day of this.#days) {
        loss += dayLoss(day, this.#sameDayFactor, after);
      }
    }
    return loss;
  }
}
