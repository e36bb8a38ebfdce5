import type { EvaluationStep } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { goOn, type EvaluationInputs } from './inputs';
import type { EvaluationMethod } from './method';

/**
 * What an evaluation would come to at once. Nothing of it is written.
 *
 * @internal
 */
export class EvaluationPreview {
  readonly #inputs: Pick<EvaluationInputs, 'load'>;
  readonly #method: () => EvaluationMethod;

  static create(options: {
    inputs: Pick<EvaluationInputs, 'load'>;
    method: () => EvaluationMethod;
  }): EvaluationPreview {
    return new EvaluationPreview(options.inputs, options.method);
  }

  private constructor(
    inputs: Pick<EvaluationInputs, 'load'>,
    method: () => EvaluationMethod,
  ) {
    this.#inputs = inputs;
    this.#method = method;
  }

  /**
   * @param now - UTC milliseconds
   * @param trx - where it is asked within a transaction; in one that has marked the entity, nobody changes its evidence
   * until it is over
   * @returns undefined where the entity is not in scope
   */
  async of(
    entityRef: string,
    now: number,
    trx?: Knex.Transaction,
  ): Promise<EvaluationStep | undefined> {
    const { policy } = this.#method();
    const [loaded] = await this.#inputs.load([entityRef], now, trx);
    return loaded && goOn(loaded, policy, now);
  }
}
