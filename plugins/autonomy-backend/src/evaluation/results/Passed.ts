import type {
  EvaluationEvent,
  PassedInstant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationRecord } from '../inputs';
import { historyKey, type HistoryFigures } from './historyKey';

/**
 * What an evaluation went through on its way, for the history: instants that nobody looked at, and the time before
 * a record that begins.
 *
 * @internal
 */
export class Passed {
  /** As far as they differ visibly from the one before. */
  readonly points: HistoryFigures[] = [];
  /** Of the time before the record; what happened since goes with the result. */
  readonly events: EvaluationEvent[] = [];
  readonly #startedAt: number;
  readonly #saidUntil: number;
  #key?: string;

  /**
   * @param record - what was said in the course of it stays as it was said
   */
  static create(record: EvaluationRecord | undefined, now: number): Passed {
    return new Passed(record, now);
  }

  private constructor(record: EvaluationRecord | undefined, now: number) {
    this.#startedAt = record?.startedAt ?? now;
    this.#saidUntil = record?.stored.evaluatedAt ?? now;
    this.#key = record?.state && record.stored.historyKey;
  }

  /** Of the last point. */
  get key(): string | undefined {
    return this.#key;
  }

  add({ assessment, events }: PassedInstant): void {
    const at = assessment.state.evaluatedAt;
    const isBefore = at < this.#startedAt;
    if (!isBefore && at <= this.#saidUntil) {
      return;
    }
    const key = historyKey(assessment);
    if (key !== this.#key) {
      this.points.push(assessment);
      this.#key = key;
    }
    if (isBefore) {
      this.events.push(...events);
    }
  }
}
