import type {
  Board,
  BoardAgenda,
  BoardFinding,
  ExemptionDebt,
  RecordedAudit,
  RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { sortBy } from 'lodash';
import type { AsCaller } from '../AsCaller';
import type { AuditService } from '../audits/AuditService';
import type { PlanService } from '../plans/PlanService';
import type { BoardProposals } from './BoardProposals';
import { readAll } from './readAll';

/** Of each list. */
const MOST_ITEMS = 100;
/** So many are looked through for those that wait. */
const MOST_READ = 2_000;
/** So long before its end a plan is looked at. */
const ENDING_MS = 30 * 86_400_000;

/**
 * @internal
 */
export interface BoardAgendasOptions {
  audits: Pick<AuditService, 'list'>;
  plans: Pick<PlanService, 'list'>;
  proposals: BoardProposals;
}

/**
 * Puts together what a board has to decide or to look at.
 *
 * @internal
 */
export class BoardAgendas {
  readonly #options: BoardAgendasOptions;

  static create(options: BoardAgendasOptions): BoardAgendas {
    return new BoardAgendas(options);
  }

  private constructor(options: BoardAgendasOptions) {
    this.#options = options;
  }

  /** @param known - what is known about the board already; `now` in UTC milliseconds */
  async read(
    known: {
      board: Board;
      debt: ExemptionDebt[];
      findings: BoardFinding[];
      now: number;
    },
    as: AsCaller,
  ): Promise<BoardAgenda> {
    const { board, debt, findings, now } = known;
    const { boardRef } = board;
    const [proposals, plans, audits] = await Promise.all([
      this.#options.proposals.read(
        { boardRef, state: ['open'], order: 'asc', limit: MOST_ITEMS, now },
        as,
      ),
      this.#plans(boardRef, now, as),
      this.#audits(boardRef, as),
    ]);
    return {
      board,
      proposals: proposals.items,
      plans: plans.slice(0, MOST_ITEMS),
      audits: audits.slice(0, MOST_ITEMS),
      debt,
      findings,
      counts: {
        proposals: board.open,
        plans: plans.length,
        audits: audits.length,
      },
    };
  }

  /** Drafts that wait for the board first, then what ends, by when it does. */
  async #plans(
    boardRef: string,
    now: number,
    as: AsCaller,
  ): Promise<RecordedPlan[]> {
    const { items } = await readAll(
      page =>
        this.#options.plans.list(
          { ...page, board: [boardRef], state: ['draft', 'active'] },
          as,
        ),
      MOST_READ,
    );
    const endOf = ({ endsAt, extendedTo }: RecordedPlan) =>
      Math.max(endsAt, extendedTo ?? endsAt);
    const waiting = items.filter(
      plan =>
        (plan.state === 'draft' && plan.proposalId !== undefined) ||
        (plan.state === 'active' && endOf(plan) <= now + ENDING_MS),
    );
    return sortBy(waiting, [({ state }) => state !== 'draft', endOf, 'id']);
  }

  /** Those that the board has not rated, or that both sides have and nobody settled. */
  async #audits(boardRef: string, as: AsCaller): Promise<RecordedAudit[]> {
    const { items } = await readAll(
      page =>
        this.#options.audits.list(
          { ...page, board: [boardRef], state: ['rating', 'comparing'] },
          as,
        ),
      MOST_READ,
    );
    return items.filter(
      ({ rated, state }) => state === 'comparing' || !rated.includes('board'),
    );
  }
}
