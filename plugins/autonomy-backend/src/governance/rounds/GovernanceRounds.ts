import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';

/** What is left after so many parts is for the next round. */
const MOST_PARTS = 200;

/**
 * One thing that a round sees to.
 *
 * @internal
 */
export interface RoundStep {
  /** For the log. */
  name: string;
  /**
   * Does a bounded part of it.
   *
   * @param now - UTC milliseconds
   * @returns how much it did; 0 where nothing is left
   */
  work(now: number): Promise<number>;
}

/**
 * @internal
 */
export interface GovernanceRoundsOptions {
  clock: Clock;
  index: Pick<EntityIndexStore, 'hasSettled'>;
  logger: LoggerService;
  /** In order. */
  steps: readonly RoundStep[];
}

/**
 * Opens what is due and writes down what is over.
 *
 * @remarks
 *
 * Nothing hangs on a round: what has ended counts as ended whether or not it was written down. It may run in several
 * processes at once, because each step adds what the database lets in once.
 *
 * @internal
 */
export class GovernanceRounds {
  readonly #options: GovernanceRoundsOptions;

  static create(options: GovernanceRoundsOptions): GovernanceRounds {
    return new GovernanceRounds(options);
  }

  private constructor(options: GovernanceRoundsOptions) {
    this.#options = options;
  }

  /** A step that fails keeps none of the others from their work. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, index, logger, steps } = this.#options;
    // Before the catalog was read, nobody knows which entities there are, nor who decides for them.
    if (!(await index.hasSettled())) {
      return;
    }
    for (const { name, work } of steps) {
      try {
        for (let part = 0; part < MOST_PARTS && !signal.aborted; part++) {
          if ((await work(await clock.now())) === 0) {
            break;
          }
        }
      } catch (error) {
        logger.error(`The governance round failed at: ${name}`, toError(error));
      }
    }
  }
}
