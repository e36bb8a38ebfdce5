import type {
  EvaluationEvent,
  PassedInstant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { historyKey, type HistoryFigures } from './historyKey';

/**
 * What stored history says of the time before a record: its points, as far as they differ visibly, and its events.
 *
 * @internal
 */
export class Past {
  readonly points: HistoryFigures[] = [];
  readonly events: EvaluationEvent[] = [];
  #lastKey?: string;

  static create(): Past {
    return new Past();
  }

  private constructor() {}

  add({ assessment, events }: PassedInstant): void {
    const key = historyKey(assessment);
    if (key !== this.#lastKey) {
      this.points.push(assessment);
      this.#lastKey = key;
    }
    this.events.push(...events);
  }
}
