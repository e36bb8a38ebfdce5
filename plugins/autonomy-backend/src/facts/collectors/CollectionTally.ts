import type { BatchResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { CollectionOutcome } from './CollectorRuns';
import { messageOf } from '../../database';

/**
 * Counts what comes of a run.
 *
 * @internal
 */
export class CollectionTally {
  #entities = 0;
  #stored = 0;
  #unchanged = 0;
  #failed = 0;
  #error?: string;

  static create(): CollectionTally {
    return new CollectionTally();
  }

  private constructor() {}

  addAsked(entities: number): void {
    this.#entities += entities;
  }

  /** @param refOf - the entity that an answer is about, by its place */
  addAnswers(
    { rejected, results, stored, unchanged }: BatchResponse,
    refOf: (index: number) => unknown,
  ): void {
    this.#stored += stored;
    this.#unchanged += unchanged;
    const first = results.find(({ error }) => error);
    if (first?.error) {
      const { field, message } = first.error;
      const reason = `${refOf(first.index)}: ${field}: ${message}`;
      this.addFailure(rejected, new Error(reason));
    }
  }

  addFailure(entities: number, error: unknown): void {
    this.#failed += entities;
    this.#error ??= messageOf(error);
  }

  outcome(): CollectionOutcome {
    return {
      status: this.#status(),
      entities: this.#entities,
      stored: this.#stored,
      unchanged: this.#unchanged,
      failed: this.#failed,
      error: this.#error,
    };
  }

  #status(): CollectionOutcome['status'] {
    if (this.#error === undefined) {
      return 'ok';
    }
    return this.#stored + this.#unchanged > 0 ? 'partial' : 'failed';
  }
}
