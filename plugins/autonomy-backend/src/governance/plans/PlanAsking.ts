import type {
  CompiledPolicy,
  EntitySnapshot,
  ProposalEvidence,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { BoardAccess } from '../BoardAccess';
import type { ProposalDesk } from '../proposals';
import type { AsUser } from '../AsUser';
import type { DatabasePlans } from './DatabasePlans';
import type { PlanEvidence } from './PlanEvidence';
import { contentOf } from './planRules';
import { MIN_LEFT } from './planSchema';
import { decidingBoard, lapseOf, policyOf } from './policyOf';
import type { PlanTerms } from './types';

/**
 * @internal
 */
export interface PlanAskingOptions {
  boards: Pick<BoardAccess, 'roleOf'>;
  centralBoard?: string;
  desk: Pick<ProposalDesk, 'open'>;
  evidence: PlanEvidence;
  plans: DatabasePlans;
  policy: CompiledPolicy;
}

/** What the board is to be asked, gathered before anything is locked. @internal */
export interface PlanQuestion {
  entity: EntitySnapshot;
  terms: PlanTerms;
  evidence: ProposalEvidence[];
  isCentral: boolean;
  /** Whoever asks is on the board that decides, and so signs by asking. */
  isMoved: boolean;
  lapsesAt: number;
  openedBy: string;
}

/**
 * Asks the board for its signature under a draft.
 *
 * @internal
 */
export class PlanAsking {
  readonly #options: PlanAskingOptions;

  static create(options: PlanAskingOptions): PlanAsking {
    return new PlanAsking(options);
  }

  private constructor(options: PlanAskingOptions) {
    this.#options = options;
  }

  /** @param now - UTC milliseconds */
  async prepare(
    entity: EntitySnapshot,
    terms: PlanTerms,
    as: AsUser,
    now: number,
  ): Promise<PlanQuestion> {
    const { boards, centralBoard, evidence } = this.#options;
    const policy = policyOf(entity, this.#options.policy);
    const { boardRef, isCentral } = decidingBoard(
      entity,
      terms.areas,
      policy,
      centralBoard,
    );
    return {
      entity,
      terms,
      evidence: await evidence.of(entity.entityRef, terms, policy, now),
      isCentral,
      isMoved:
        boardRef !== undefined &&
        (await boards.roleOf(entity, as, boardRef)) === 'board',
      lapsesAt: lapseOf(policy, 'plan', now, terms.endsAt - MIN_LEFT),
      openedBy: as.credentials.principal.userEntityRef,
    };
  }

  /**
   * @param reason - of whoever asks; with a moved plan it is the comment of the first vote
   * @throws ConflictError where the board is asked already, or nobody could decide
   */
  async ask(
    trx: Knex.Transaction,
    id: string,
    question: PlanQuestion,
    reason: string,
    now: number,
  ): Promise<void> {
    const { desk, plans } = this.#options;
    const { entity, isMoved, openedBy, terms } = question;
    const { boardRef } = await desk.open(
      trx,
      {
        content: contentOf(id, terms),
        entityRef: entity.entityRef,
        evidence: question.evidence,
        isCentral: question.isCentral,
        isRequest: !isMoved,
        lapsesAt: question.lapsesAt,
        openedBy,
        reason,
        subject: id,
      },
      now,
    );
    assertOwnBoard(question, boardRef, this.#options.centralBoard);
    await plans.note(
      trx,
      id,
      { board_ref: boardRef === entity.boardRef ? null : boardRef },
      now,
    );
  }
}

/** Where nobody on the board may vote another one decides, whose members nobody else can vote for. */
function assertOwnBoard(
  { entity, isCentral, isMoved }: PlanQuestion,
  boardRef: string,
  centralBoard: string | undefined,
): void {
  const expected = isCentral ? centralBoard : entity.boardRef ?? centralBoard;
  if (isMoved && boardRef !== expected) {
    throw new NotAllowedError(
      `Only members of ${boardRef} may decide this for ${entity.entityRef}`,
    );
  }
}
