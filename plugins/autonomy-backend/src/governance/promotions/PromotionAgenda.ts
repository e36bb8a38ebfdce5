import type {
  AutonomyLevel,
  Evaluation,
  EvaluationState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import type { PreparedResult, ResultsFollower } from '../../evaluation';
import {
  readOpenProposals,
  type ProposalDesk,
  type StoredProposal,
} from '../proposals';
import { goneBecause } from './goneBecause';
import { promotionEvidence } from './promotionEvidence';
import { levelOf, subjectOf } from './subjects';

const CHUNK = 200;

/** What an evaluation came to, and what it left. */
interface Evaluated {
  /** Who would decide; undefined where nobody does. */
  boardRef?: string;
  evaluation: Evaluation;
  state: Pick<EvaluationState, 'evaluatedAt' | 'level' | 'proposals'>;
}

interface AgendaOptions {
  desk: Pick<ProposalDesk, 'end' | 'open'>;
}

/**
 * Keeps what boards are asked about promotions in step with what the engine proposes.
 *
 * @internal
 */
export class PromotionAgenda implements ResultsFollower {
  readonly #options: AgendaOptions;

  static create(options: AgendaOptions): PromotionAgenda {
    return new PromotionAgenda(options);
  }

  private constructor(options: AgendaOptions) {
    this.#options = options;
  }

  async onWritten(
    trx: Knex.Transaction,
    news: readonly PreparedResult[],
    now: number,
  ): Promise<void> {
    for (const chunk of inChunks(news.filter(isConcerned), CHUNK)) {
      const open = await readOpenProposals(
        trx,
        'promotion',
        chunk.map(({ row }) => row.entity_ref),
      );
      for (const { result, row } of chunk) {
        const { step } = result;
        await this.bringUpToDate(
          trx,
          {
            boardRef: step.entity.boardRef,
            evaluation: step,
            state: step.state,
          },
          open.get(row.entity_ref) ?? [],
          now,
        );
      }
    }
  }

  /**
   * Ends what is no longer proposed and opens what is.
   *
   * @param open - of the entity
   * @param now - UTC milliseconds
   * @returns whether there was anything to do, and it could be done
   */
  async bringUpToDate(
    trx: Knex.Transaction,
    { boardRef, evaluation, state }: Evaluated,
    open: readonly StoredProposal[],
    now: number,
  ): Promise<boolean> {
    const { desk } = this.#options;
    const kept = open.filter(proposal => isProposed(proposal, state));
    for (const proposal of open.filter(each => !kept.includes(each))) {
      const reason = goneBecause(evaluation, levelOf(proposal));
      await desk.end(trx, proposal.id, { state: 'lapsed', reason }, now);
    }
    const wanted = state.proposals.find(each => each.state === 'open');
    const isAsked = kept.some(each => levelOf(each) === wanted?.level);
    const isOpened =
      wanted !== undefined &&
      !isAsked &&
      boardRef !== undefined &&
      (await this.#open(trx, evaluation, wanted, now));
    return isOpened || kept.length < open.length;
  }

  /** Where nobody on a board could decide, nobody is asked. */
  async #open(
    trx: Knex.Transaction,
    evaluation: Evaluation,
    { level, openedAt }: { level: AutonomyLevel; openedAt: number },
    now: number,
  ): Promise<boolean> {
    const { desk } = this.#options;
    const { entity, level: standing } = evaluation;
    const rung = standing.ladder.find(each => each.level === level);
    if (!rung) {
      return false;
    }
    const opening = {
      content: {
        matter: 'promotion' as const,
        from: standing.level,
        to: level,
      },
      entityRef: entity.entityRef,
      evidence: promotionEvidence(evaluation, rung),
      isRequest: false,
      subject: subjectOf(level),
    };
    try {
      // Of its own, so that nothing is left of what cannot be opened.
      await trx.transaction(nested =>
        // Told apart from a later one by when it was opened, also where the clock was set back.
        desk.open(nested, opening, Math.max(now, openedAt)),
      );
      return true;
    } catch (error) {
      const isRefused =
        error instanceof ConflictError || error instanceof NotFoundError;
      if (!isRefused) {
        throw error;
      }
      return false;
    }
  }
}

/** Most news has nothing to do with promotions. */
function isConcerned({ result }: PreparedResult): boolean {
  const { isPreliminary, record, step } = result;
  if (isPreliminary) {
    return false;
  }
  const isBegunAnew = record !== undefined && !record.state;
  return (
    isBegunAnew ||
    step.state.proposals.length > 0 ||
    (record?.state?.proposals ?? []).length > 0
  );
}

/** Whether the engine still waits for what a proposal asks. */
function isProposed(
  proposal: StoredProposal,
  state: Pick<EvaluationState, 'proposals'>,
): boolean {
  const level = levelOf(proposal);
  const waiting = state.proposals.find(each => each.level === level);
  // On appeal the central board is asked about what the engine takes for rejected.
  return proposal.appealOf === undefined
    ? waiting?.state === 'open' && waiting.openedAt <= proposal.openedAt
    : waiting !== undefined;
}
