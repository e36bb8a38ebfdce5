import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import type { ExemptionProposals } from './ExemptionProposals';
import type { OpenRequest, ExemptionRequests } from './ExemptionRequests';

/**
 * @internal
 */
export interface ExemptionAdoptionOptions {
  knex: Knex;
  marks: EvaluationMarks;
  proposals: ExemptionProposals;
  requests: ExemptionRequests;
}

/**
 * Brings to their boards what was asked for before boards decided here. What nobody can decide stays as it is until its
 * end.
 *
 * @internal
 */
export class ExemptionAdoption {
  readonly #options: ExemptionAdoptionOptions;

  static create(options: ExemptionAdoptionOptions): ExemptionAdoption {
    return new ExemptionAdoption(options);
  }

  private constructor(options: ExemptionAdoptionOptions) {
    this.#options = options;
  }

  /**
   * @param now - UTC milliseconds
   * @returns how many proposals were opened
   */
  async run(now: number): Promise<number> {
    const { requests } = this.#options;
    let opened = 0;
    for (const request of await requests.withoutProposal(now)) {
      opened += (await this.#adopt(request, now)) ? 1 : 0;
    }
    return opened;
  }

  async #adopt(request: OpenRequest, now: number): Promise<boolean> {
    const { knex, marks, proposals, requests } = this.#options;
    try {
      return await inTransaction(knex, async trx => {
        await marks.mark(trx, [request.entityRef], now);
        const open = await requests.findOpen(trx, request, now);
        if (open?.id !== request.id || open.proposalId !== undefined) {
          // Another process was quicker, or it was taken back.
          return false;
        }
        const opened = await proposals.open(trx, request, now);
        await requests.linkTo(trx, request.id, opened);
        return true;
      });
    } catch (error) {
      if (error instanceof ConflictError || error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }
}
