/**
 * What a collector said about an entity from one report to the last with the same values.
 *
 * @internal
 */
export interface FactRun {
  /** Of the first report, UTC milliseconds. */
  since: number;
  /** Of the last report, UTC milliseconds. */
  collectedAt: number;
  /** Milliseconds. */
  ttl: number;
  /** JSON. */
  document: string;
  /** Of the values. */
  hash: string;
}

/** Facts are known for this many times their ttl; a longer pause is a silence. */
const KNOWN_FOR_TTLS = 2;

/**
 * The runs of one collector about one entity: the latest, and those that were followed by other values.
 *
 * @internal
 */
export class FactTimeline {
  readonly #older: Map<number, FactRun>;
  readonly #kept = new Map<number, FactRun>();
  readonly #before?: FactRun;
  #latest?: FactRun;

  static create(options: {
    latest?: FactRun;
    older?: readonly FactRun[];
  }): FactTimeline {
    return new FactTimeline(options.latest, options.older ?? []);
  }

  private constructor(latest: FactRun | undefined, older: readonly FactRun[]) {
    this.#before = latest;
    this.#latest = latest;
    this.#older = new Map(older.map(run => [run.collectedAt, run]));
  }

  /** The latest run, where it is not the one that was there. */
  get changedLatest(): FactRun | undefined {
    return this.#latest === this.#before ? undefined : this.#latest;
  }

  /** New and changed runs of the past. */
  get changedOlder(): Iterable<FactRun> {
    return this.#kept.values();
  }

  /**
   * Whether nothing was said but that what was fresh is so for longer: no result differs for that. What would have
   * gone stale by then is evaluated when it would have, as foreseen.
   *
   * @param now - UTC milliseconds
   */
  onlyConfirms(now: number): boolean {
    const [before, latest] = [this.#before, this.#latest];
    return (
      before !== undefined &&
      latest !== undefined &&
      this.#kept.size === 0 &&
      latest.since === before.since &&
      latest.hash === before.hash &&
      latest.ttl === before.ttl &&
      now - before.collectedAt < before.ttl
    );
  }

  /**
   * Takes in a report. Reports may come in any order; one from the past never changes what is said now.
   *
   * @param report - a run of one report
   * @returns whether it says anything new
   */
  report(report: FactRun): boolean {
    const latest = this.#latest;
    if (latest && report.collectedAt < latest.collectedAt) {
      return this.#reportPast(report, latest);
    }
    if (!latest || !continues(latest, report)) {
      this.#end(latest, report.collectedAt);
      this.#latest = report;
      return true;
    }
    if (
      report.collectedAt === latest.collectedAt &&
      report.ttl === latest.ttl
    ) {
      return false;
    }
    this.#latest = { ...report, since: latest.since };
    return true;
  }

  #reportPast(report: FactRun, latest: FactRun): boolean {
    if ([latest, ...this.#older.values()].some(run => says(run, report))) {
      return false;
    }
    this.#end(this.#older.get(report.collectedAt), report.collectedAt);
    this.#keep(report);
    return true;
  }

  /** Of two reports of one instant the later one counts, so the run ended before it. */
  #end(run: FactRun | undefined, at: number): void {
    if (run && run.since < at) {
      this.#keep({ ...run, collectedAt: Math.min(run.collectedAt, at - 1) });
    }
  }

  #keep(run: FactRun): void {
    this.#older.set(run.collectedAt, run);
    this.#kept.set(run.collectedAt, run);
  }
}

function continues(latest: FactRun, report: FactRun): boolean {
  return (
    report.hash === latest.hash &&
    report.collectedAt - latest.collectedAt <= KNOWN_FOR_TTLS * latest.ttl
  );
}

function says(run: FactRun, report: FactRun): boolean {
  return (
    run.hash === report.hash &&
    run.since <= report.collectedAt &&
    report.collectedAt <= run.collectedAt
  );
}
