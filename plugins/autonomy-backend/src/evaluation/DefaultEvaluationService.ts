import {
  evaluate,
  type CompiledPolicy,
  type Evaluation,
  type EvaluationInput,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '../database';
import type { EntityIndexStore } from '../entities';
import { inTurns } from '../tasks/inTurns';
import type { EvaluationInputs } from './EvaluationInputs';
import type { EvaluationService } from './EvaluationService';
import type { EvaluationsStore } from './EvaluationsStore';

/** The engine takes some tenths of a millisecond for one. */
const ENTITIES_PER_TURN = 5;

/**
 * @internal
 */
export interface EvaluationServiceOptions {
  clock: Clock;
  index: EntityIndexStore;
  inputs: EvaluationInputs;
  logger: LoggerService;
  policy: CompiledPolicy;
  store: EvaluationsStore;
}

/**
 * @internal
 */
export class DefaultEvaluationService implements EvaluationService {
  readonly #options: EvaluationServiceOptions;

  static create(options: EvaluationServiceOptions): DefaultEvaluationService {
    return new DefaultEvaluationService(options);
  }

  private constructor(options: EvaluationServiceOptions) {
    this.#options = options;
  }

  async evaluate(entityRefs: readonly string[]): Promise<void> {
    const { clock, inputs, store } = this.#options;
    // Before the inputs: a result is never dated later than what it was made of.
    const now = await clock.now();
    const loaded = await inputs.load(entityRefs, now);

    const evaluations: Evaluation[] = [];
    for await (const input of inTurns(loaded, ENTITIES_PER_TURN)) {
      const evaluation = this.#evaluateOne(input, now);
      if (evaluation) {
        evaluations.push(evaluation);
      }
    }
    await store.put(evaluations);

    const inScope = new Set(loaded.map(({ entity }) => entity.entityRef));
    await store.delete(entityRefs.filter(ref => !inScope.has(ref)));
  }

  async listAll(): Promise<string[]> {
    const { index, store } = this.#options;
    return [
      ...new Set([...(await index.listScope()), ...(await store.listRefs())]),
    ];
  }

  /** One entity that the engine stumbles over must not keep the others from their results. */
  #evaluateOne(input: EvaluationInput, now: number): Evaluation | undefined {
    try {
      return evaluate(input, this.#options.policy, now);
    } catch (error) {
      this.#options.logger.error(
        `Evaluation of ${input.entity.entityRef} failed; its former result stays`,
        error as Error,
      );
      return undefined;
    }
  }
}
