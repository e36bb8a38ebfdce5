import {
  autonomyProposalDecidePermission,
  type AutonomyLevel,
  type EvaluationStep,
  type PromotionProposal,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EvaluationPreview } from '../../evaluation';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';
import type { DatabasePromotionsStore } from './DatabasePromotionsStore';
import { goneBecause } from './goneBecause';
import { levelOf } from './subjects';

interface HandlerOptions {
  preview: Pick<EvaluationPreview, 'of'>;
  store: DatabasePromotionsStore;
}

/**
 * Gives the engine the word of the board on a promotion. It is taken only if the level is sustained at that instant.
 *
 * @internal
 */
export class PromotionHandler implements MatterHandler {
  readonly matter = 'promotion';
  readonly permission = autonomyProposalDecidePermission;
  readonly #options: HandlerOptions;

  static create(options: HandlerOptions): PromotionHandler {
    return new PromotionHandler(options);
  }

  private constructor(options: HandlerOptions) {
    this.#options = options;
  }

  async check(proposal: StoredProposal, now: number): Promise<void> {
    await this.#requireSustained(proposal, now);
  }

  async settle(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    { state }: ProposalOutcome,
    now: number,
  ): Promise<void> {
    if (state !== 'approved' && state !== 'rejected') {
      return;
    }
    const { boardRef, entityRef, id, openedAt } = proposal;
    // The entity is marked: its evidence stays as it is evaluated here until the commit.
    const { openedAt: since, rejectedAt = since } =
      state === 'approved'
        ? await this.#requireSustained(proposal, now, trx)
        : { openedAt };
    await this.#options.store.add(trx, {
      id,
      entityRef,
      level: levelOf(proposal),
      outcome: state,
      decidedBy: boardRef,
      // A clock that was set back must not date the answer before the question.
      recordedAt: Math.max(now, since, rejectedAt),
    });
  }

  /** @throws ConflictError where the level could not be taken now */
  async #requireSustained(
    proposal: StoredProposal,
    now: number,
    trx?: Knex.Transaction,
  ): Promise<Pick<PromotionProposal, 'openedAt' | 'rejectedAt'>> {
    const { entityRef } = proposal;
    const level = levelOf(proposal);
    const step = await this.#options.preview.of(entityRef, now, trx);
    if (!step) {
      throw new ConflictError(
        `The promotion cannot be approved: ${entityRef} is no longer in scope`,
      );
    }
    const waiting = step.state.proposals.find(each => each.level === level);
    const isSustained =
      waiting?.state === 'open' ||
      (proposal.appealOf !== undefined && isHeldLongEnough(step, level, now));
    if (!waiting || !isSustained) {
      throw new ConflictError(
        `The promotion cannot be approved: ${goneBecause(step, level)}`,
      );
    }
    return waiting;
  }
}

/** Of a level that the board rejected, and that the central board is asked about. */
function isHeldLongEnough(
  { level: { ladder } }: EvaluationStep,
  level: AutonomyLevel,
  now: number,
): boolean {
  const rung = ladder.find(each => each.level === level);
  return (rung?.sustainedAt ?? Infinity) <= now;
}
