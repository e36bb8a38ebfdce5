import type { Knex } from 'knex';
import type { CoverageKeeper, SourceStates } from '../coverage';
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
  readonly #reports: IncidentReports;
  readonly #states: SourceStates;

  static create(options: {
    keeper: Pick<CoverageKeeper, 'keep'>;
    reports: IncidentReports;
    states: SourceStates;
    onTouched: (entityRefs: Iterable<string>) => void;
  }): IncidentRecorder {
    return new IncidentRecorder(options);
  }

  private constructor(options: Parameters<typeof IncidentRecorder.create>[0]) {
    this.#keeper = options.keeper;
    this.#onTouched = options.onTouched;
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
    const outcome = { touched: new Set(touched), coverageBegins: false };
    const sources = new Set([...said.heard.keys(), ...said.delivered]);
    // In one order, so that processes that meet wait for each other instead of deadlocking.
    for (const source of [...sources].sort()) {
      const heardAt = said.heard.get(source);
      if (heardAt !== undefined) {
        const heard = await this.#states.heard(trx, source, heardAt);
        heard.touched.forEach(ref => outcome.touched.add(ref));
        outcome.coverageBegins ||= heard.wasSilent;
      }
      if (said.delivered.includes(source)) {
        await this.#states.delivered(trx, source, now);
      }
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
