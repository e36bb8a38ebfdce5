import type { Knex } from 'knex';
import type { CoverageKeeper, SourceStates } from '../coverage';
import type { EvaluationMarks } from '../evaluation';
import type { IncidentReports, IncidentStatement } from './IncidentReports';

/**
 * What sources said.
 *
 * @internal
 */
export interface SaidBySources {
  statements: readonly IncidentStatement[];
  /** Sources that said that they are there, and when, in UTC milliseconds. */
  heard: ReadonlyMap<string, number>;
  /** Sources from which anything came. */
  delivered: readonly string[];
}

/**
 * What is to be told after the commit.
 *
 * @internal
 */
export interface RecordedOutcome {
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
  readonly #marks: EvaluationMarks;
  readonly #reports: IncidentReports;
  readonly #states: SourceStates;

  static create(options: {
    keeper: Pick<CoverageKeeper, 'keep'>;
    reports: IncidentReports;
    states: SourceStates;
    marks: EvaluationMarks;
  }): IncidentRecorder {
    return new IncidentRecorder(options);
  }

  private constructor(options: Parameters<typeof IncidentRecorder.create>[0]) {
    this.#keeper = options.keeper;
    this.#marks = options.marks;
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
    const { touched } = await this.#reports.apply(trx, statements, now);
    const changed = new Set(touched);
    let coverageBegins = false;
    const sources = new Set([...said.heard.keys(), ...said.delivered]);
    // In one order, so that processes that meet wait for each other instead of deadlocking.
    for (const source of [...sources].sort()) {
      const heardAt = said.heard.get(source);
      if (heardAt !== undefined) {
        const heard = await this.#states.heard(trx, source, heardAt);
        heard.touched.forEach(ref => changed.add(ref));
        coverageBegins ||= heard.wasSilent;
      }
      if (said.delivered.includes(source)) {
        await this.#states.delivered(trx, source, now);
      }
    }
    await this.#marks.mark(trx, changed, now);
    return { coverageBegins };
  }

  /** After the commit. */
  announce({ coverageBegins }: RecordedOutcome): void {
    if (coverageBegins) {
      void this.#keeper.keep();
    }
  }
}
