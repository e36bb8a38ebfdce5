import type {
  CompiledPolicy,
  EvaluationEvent,
  EvaluationStep,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '../database';
import type { EntityIndexStore } from '../entities';
import { inTurns } from '../tasks/inTurns';
import type { EvaluationInputs, LoadedInput } from './EvaluationInputs';
import type { EvaluationService } from './EvaluationService';
import type { EvaluationResult, EvaluationsStore } from './EvaluationsStore';
import { goOn } from './goOn';

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
    const { clock, index, inputs, store } = this.#options;
    // Before the inputs: a result is never dated later than what it was made of.
    const now = await clock.now();
    const isPreliminary = !(await index.hasSettled());
    const loaded = await inputs.load(entityRefs, now);

    const results: EvaluationResult[] = [];
    for await (const one of inTurns(loaded, ENTITIES_PER_TURN)) {
      const step = this.#evaluateOne(one, now);
      if (step) {
        results.push({ step, record: one.record, isPreliminary });
      }
    }
    await store.put(results);
    if (!isPreliminary) {
      results.forEach(({ step }) => this.#tell(step));
    }
  }

  listAll(): Promise<string[]> {
    return this.#options.index.listScope();
  }

  /** One entity that the engine stumbles over must not keep the others from their results. */
  #evaluateOne(loaded: LoadedInput, now: number): EvaluationStep | undefined {
    try {
      return goOn(loaded, this.#options.policy, now);
    } catch (error) {
      this.#options.logger.error(
        `Evaluation of ${loaded.input.entity.entityRef} failed; its former result stays`,
        error as Error,
      );
      return undefined;
    }
  }

  #tell({ entity, events }: EvaluationStep): void {
    for (const event of events.filter(isMove)) {
      this.#options.logger.info(
        `${entity.entityRef} moved from level ${event.from} to ${event.to}`,
        { at: new Date(event.at).toISOString(), cause: event.cause },
      );
    }
  }
}

function isMove(event: EvaluationEvent) {
  return event.kind === 'level-promoted' || event.kind === 'level-demoted';
}
