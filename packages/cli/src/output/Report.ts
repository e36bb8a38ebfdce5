import type { Mistake } from '../evidence';
import { EXIT_CODES, type Failure, type FailureReason } from '../Failure';
import type { ItemError, Origin } from '../input';
import { oneLine } from '../oneLine';
import type { BatchOutcome } from '../send';

/** Whoever has more mistakes than this has one that explains them. */
const MAX_ERRORS = 1_000;
/** Fields and messages come from files and from the backend. */
const MAX_FIELD = 200;
const MAX_MESSAGE = 1_000;

/**
 * What a command did: this is what `--output json` prints.
 *
 * @internal
 */
export interface ReportDocument {
  /** Present where nothing was sent on purpose. */
  dryRun?: true;
  /** Items that would be sent; of a dry run only. */
  sendable?: number;
  stored: number;
  unchanged: number;
  rejected: number;
  /** At most 1,000. */
  errors: ItemError[];
  /** How many there were beyond those. */
  errorsLeftOut?: number;
  coverage?: CoverageNote;
  failure?: {
    reason: FailureReason;
    message: string;
    /** From here on items may be not stored; absent where all are sent or none. */
    notSentFrom?: Origin;
  };
}

/**
 * Coverage that was declared, or why it was not.
 *
 * @internal
 */
export interface CoverageNote {
  source: string;
  from: string;
  to?: string;
  /** Absent where it was declared for everything that the source covers. */
  entities?: number;
  declared: boolean;
}

/**
 * Adds up what a command did.
 *
 * @internal
 */
export class Report {
  readonly #errors: ItemError[] = [];
  readonly #total = { stored: 0, unchanged: 0, rejected: 0 };
  #sendable: number | undefined;
  #coverage: CoverageNote | undefined;
  #failure: ReportDocument['failure'];

  static create(): Report {
    return new Report();
  }

  private constructor() {}

  get rejected(): number {
    return this.#total.rejected;
  }

  /** Items of which the backend has said what became of them. */
  get answered(): number {
    const { rejected, stored, unchanged } = this.#total;
    return stored + unchanged + rejected;
  }

  add({ errors, rejected, stored, unchanged }: BatchOutcome): void {
    this.#total.stored += stored;
    this.#total.unchanged += unchanged;
    this.#total.rejected += rejected;
    this.#keep(errors);
  }

  /** An item that is not sent. */
  reject(origin: Origin, mistake: Mistake): void {
    this.#total.rejected++;
    this.#keep([{ ...origin, ...mistake }]);
  }

  /** An item that would be sent. */
  wouldSend(): void {
    this.#sendable = (this.#sendable ?? 0) + 1;
  }

  declare(coverage: CoverageNote): void {
    this.#coverage = coverage;
  }

  fail({ message, reason }: Failure, notSentFrom?: Origin): void {
    this.#failure = {
      reason,
      message: oneLine(message, MAX_MESSAGE),
      notSentFrom,
    };
  }

  get exitCode(): number {
    if (this.#failure) {
      return EXIT_CODES[this.#failure.reason];
    }
    return this.rejected > 0 ? EXIT_CODES.rejected : EXIT_CODES.done;
  }

  toDocument(options: { dryRun: boolean }): ReportDocument {
    const leftOut = this.rejected - this.#errors.length;
    return {
      ...(options.dryRun && { dryRun: true, sendable: this.#sendable ?? 0 }),
      ...this.#total,
      errors: this.#errors,
      errorsLeftOut: leftOut > 0 ? leftOut : undefined,
      coverage: this.#coverage,
      failure: this.#failure,
    };
  }

  #keep(errors: readonly ItemError[]): void {
    const kept = errors.slice(0, MAX_ERRORS - this.#errors.length);
    for (const { field, message, ...origin } of kept) {
      this.#errors.push({
        ...origin,
        field: oneLine(field, MAX_FIELD),
        message: oneLine(message, MAX_MESSAGE),
      });
    }
  }
}
