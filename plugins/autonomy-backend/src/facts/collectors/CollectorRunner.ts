import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  EntityFacts,
  FactCollector,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { messageOf, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import { DefaultEvidenceIngestion } from '../../ingestion';
import type { FactsStore } from '../FactsStore';
import { CollectionTally } from './CollectionTally';
import { collectedFactsSchema } from './collectedFactsSchema';
import type { CollectionOutcome, CollectorRuns } from './CollectorRuns';
import { entitiesFor } from './entitiesFor';
import { orAborted } from './orAborted';

const STOPPED = 'it was stopped, or took longer than its timeout';

/**
 * @internal
 */
export interface CollectorRunnerOptions {
  clock: Clock;
  collector: FactCollector;
  index: Pick<EntityIndexStore, 'listScope' | 'readScoped'>;
  logger: LoggerService;
  runs: CollectorRuns;
  store: Pick<FactsStore, 'put'>;
  /** How long its facts are fresh, in milliseconds. */
  ttl: number;
  /** Told what came of every run. */
  onFinished: (outcome: CollectionOutcome) => void;
  /** Told of entities whose facts change, in the same transaction. */
  marks: EvaluationMarks;
}

/**
 * Asks one collector about all entities in scope, and stores what it answers.
 *
 * @remarks
 *
 * A batch that fails is given up and the next one asked about; a bad answer costs no other entity
 * anything. What is not answered keeps the facts that it has, until they go stale by themselves.
 *
 * @internal
 */
export class CollectorRunner {
  readonly #options: CollectorRunnerOptions;

  static create(options: CollectorRunnerOptions): CollectorRunner {
    return new CollectorRunner(options);
  }

  private constructor(options: CollectorRunnerOptions) {
    this.#options = options;
  }

  /** Runs once. A failure is logged and remembered, and never thrown. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, collector, logger, onFinished, runs } = this.#options;
    try {
      await runs.start(collector.id, await clock.now());
      const outcome = await this.#collectAll(signal);
      onFinished(outcome);
      if (outcome.error !== undefined) {
        const { entities, error, failed, status } = outcome;
        logger.warn(
          `Fact collector ${collector.id} ${status}, ${failed} of ${entities} entities without an answer to store: ${error}`,
        );
      }
      await runs.finish(collector.id, outcome, await clock.now());
    } catch (error) {
      logger.warn(
        `A run of fact collector ${collector.id} is not remembered: ${messageOf(
          error,
        )}`,
      );
    }
  }

  async #collectAll(signal: AbortSignal): Promise<CollectionOutcome> {
    const { collector, index } = this.#options;
    const tally = CollectionTally.create();
    try {
      for await (const entities of entitiesFor(collector, index)) {
        signal.throwIfAborted();
        tally.addAsked(entities.length);
        await this.#collectBatch(entities, signal, tally);
      }
    } catch (error) {
      tally.addFailure(0, signal.aborted ? new Error(STOPPED) : error);
    }
    return tally.outcome();
  }

  /** @throws where the run was stopped */
  async #collectBatch(
    entities: EntitySnapshot[],
    signal: AbortSignal,
    tally: CollectionTally,
  ): Promise<void> {
    try {
      const answers = await this.#ask(entities, signal);
      tally.addAnswers(
        await this.#store(entities, answers),
        i => answers[i]?.entityRef,
      );
    } catch (error) {
      const reason = signal.aborted ? new Error(STOPPED) : error;
      tally.addFailure(entities.length, reason);
      signal.throwIfAborted();
    }
  }

  async #ask(
    entities: EntitySnapshot[],
    signal: AbortSignal,
  ): Promise<EntityFacts[]> {
    const { collector } = this.#options;
    const asked = async () => collector.collect({ entities, signal });
    // One that does not listen to the signal must not hold up its own next run.
    const answers = await orAborted(asked(), signal);
    if (!Array.isArray(answers)) {
      throw new TypeError(
        `expected a list of answers, found ${
          answers === null ? 'null' : typeof answers
        }`,
      );
    }
    return answers;
  }

  #store(entities: readonly EntitySnapshot[], answers: EntityFacts[]) {
    const { collector, ttl, ...rest } = this.#options;
    const { id, schema } = collector;
    const asked = new Set(entities.map(({ entityRef }) => entityRef));
    const repeated = repeatedIn(answers.map(answer => answer?.entityRef));
    return DefaultEvidenceIngestion.create({
      ...rest,
      schema: now =>
        collectedFactsSchema({
          now,
          collector: id,
          schema,
          ttl,
          asked,
          repeated,
        }),
      idOf: item => item.entityRef,
      happenedAt: item => item.collectedAt,
    }).ingest(answers);
  }
}

function repeatedIn(refs: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(refs.filter(ref => seen.size === seen.add(ref).size));
}
