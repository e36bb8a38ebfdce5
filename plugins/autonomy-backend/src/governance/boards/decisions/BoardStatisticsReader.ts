import type { BoardStatistics } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BoardDecisions, DecisionsQuestion } from './BoardDecisions';
import { boardStatistics } from './boardStatistics';
import type { NeverFailing } from './NeverFailing';

/**
 * How a board decides, as far as somebody may read the entities.
 *
 * @internal
 */
export class BoardStatisticsReader {
  readonly #decisions: BoardDecisions;
  readonly #guardrails: NeverFailing;

  static create(options: {
    decisions: BoardDecisions;
    guardrails: NeverFailing;
  }): BoardStatisticsReader {
    return new BoardStatisticsReader(options.decisions, options.guardrails);
  }

  private constructor(decisions: BoardDecisions, guardrails: NeverFailing) {
    this.#decisions = decisions;
    this.#guardrails = guardrails;
  }

  async read(question: DecisionsQuestion): Promise<BoardStatistics> {
    const { boardRef, from, scope, to } = question;
    const [decided, lapsed, overdue, neverFailing] = await Promise.all([
      this.#decisions.decided(question),
      this.#decisions.lapsed(question),
      this.#decisions.overdue(question),
      this.#guardrails.read(scope, boardRef),
    ]);
    return boardStatistics({
      boardRef,
      from,
      to,
      decided,
      lapsed,
      overdue,
      neverFailing,
    });
  }
}
