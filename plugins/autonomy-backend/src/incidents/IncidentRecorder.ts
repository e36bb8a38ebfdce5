import type { Knex } from 'knex';
import type { CoverageKeeper, SourceStates } from '../coverage';
import type { EvaluationRecords } from '../evaluation';
import type { IncidentReports, IncidentStatement } from './IncidentReports';

/**
 * What sources said.
 *
 * @internal
 */
export interface SaidBySources {
  statements: readonly IncidentStatement[];
  /** Sources that said that they are there. */
  heard: readonly string[];
  /** Sources from which anything came. */
  delivered: readonly string[];
}

/**
 * What is to be told after the commit.
 *
 * @internal
 */
export interface RecordedOutcome {
  touched: Set<string>;
  /** A source is heard that was not. */
  coverageBegins: boolean;
}

/**
 * Writes what sources say of incidents and of themselves.
 *
 * @internal
 */
export class IncidentRecorder {
  readonly #keeper: Pick<CoverageKeeper, 'keep'>;
  readonly #onTouched: (entityRefs: Iterable<string>) => void;
  readonly #records: Pick<EvaluationRecords, 'addHistory'>;
  readonly #reports: IncidentReports;
  readonly #states: SourceStates;

  static create(options: {
    keeper: Pick<CoverageKeeper, 'keep'>;
    records: Pick<EvaluationRecords, 'addHistory'>;
    reports: IncidentReports;
    states: SourceStates;
    onTouched: (entityRefs: Iterable<string>) => void;
  }): IncidentRecorder {
    return new IncidentRecorder(options);
  }

  private constructor(options: Parameters<typeof IncidentRecorder.create>[0]) {
    this.#keeper = options.keeper;
    this.#onTouched = options.onTouched;
    this.#records = options.records;
    this.#reports = options.reports;
    this.#states = options.states;
  }

  /**
   * @param now - UTC milliseconds
   */
  async record(
    trx: Knex.Transaction,
    said: SaidBySources,
    now: number,
  ): Promise<RecordedOutcome> {
    const { statements } = said;
    const { added, touched } = await this.#reports.apply(trx, statements, now);
    const outcome = { touched: new Set(touched), coverageBegins: false };
    await this.#records.addHistory(trx, earliestOf(statements, added));
    for (const source of said.heard) {
      const heard = await this.#states.heard(trx, source, now);
      heard.touched.forEach(ref => outcome.touched.add(ref));
      outcome.coverageBegins ||= heard.wasSilent;
    }
    for (const source of said.delivered) {
      await this.#states.delivered(trx, source, now);
    }
    return outcome;
  }

  /** After the commit. */
  announce({ coverageBegins, touched }: RecordedOutcome): void {
    this.#onTouched(touched);
    if (coverageBegins) {
      void this.#keeper.keep();
    }
  }
}

/** The earliest start of what is new about each entity. */
function earliestOf(
  statements: readonly IncidentStatement[],
  added: readonly boolean[],
): Map<string, number> {
  const earliest = new Map<string, number>();
  statements.forEach(({ entityRef, startedAt }, index) => {
    if (added[index]) {
      const known = earliest.get(entityRef) ?? Infinity;
      earliest.set(entityRef, Math.min(known, startedAt));
    }
  });
  return earliest;
}
