import type {
  Board,
  BoardAgenda,
  BoardCalendar,
  BoardDate,
  BoardFinding,
  ExemptionDebt,
  Proposal,
  RecordedAudit,
  RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { notFound } from './fakePages';

const DAY = 86_400_000;

/** What boards have in front of them. */
export interface FakeBoardsOptions {
  boards: Board[];
  debt: ExemptionDebt[];
  findings: BoardFinding[];
  dates: BoardDate[];
}

/** Boards, with an agenda of what the other fakes have. */
export class FakeBoards {
  readonly #options: FakeBoardsOptions;

  constructor(options: FakeBoardsOptions) {
    this.#options = options;
  }

  list(proposals: Proposal[]): Board[] {
    return this.#options.boards.map(board => ({
      ...board,
      open: openOf(proposals, board.boardRef).length || board.open,
    }));
  }

  /** @throws NotFoundError where there is no such board */
  get(boardRef: string): Board {
    const board = this.#options.boards.find(each => each.boardRef === boardRef);
    if (!board) throw notFound(`board ${boardRef}`);
    return board;
  }

  agenda(
    boardRef: string,
    all: {
      proposals: Proposal[];
      plans: RecordedPlan[];
      audits: RecordedAudit[];
    },
  ): BoardAgenda {
    const proposals = openOf(all.proposals, boardRef);
    const plans = all.plans.filter(
      plan =>
        plan.boardRef === boardRef && ['draft', 'active'].includes(plan.state),
    );
    const audits = all.audits
      .filter(
        audit =>
          audit.boardRef === boardRef &&
          ['rating', 'comparing'].includes(audit.state),
      )
      .sort((a, b) => a.dueAt - b.dueAt);
    return {
      board: { ...this.get(boardRef), open: proposals.length },
      ...{ proposals, plans, audits },
      debt: this.debt(boardRef),
      findings: this.#options.findings,
      counts: {
        proposals: proposals.length,
        plans: plans.length,
        audits: audits.length,
      },
    };
  }

  debt(boardRef: string): ExemptionDebt[] {
    this.get(boardRef);
    return this.#options.debt;
  }

  calendar(
    boardRef: string,
    from: number,
    to: number = from + 90 * DAY,
  ): BoardCalendar {
    this.get(boardRef);
    const items = this.#options.dates
      .filter(({ at }) => at >= from && at < to)
      .sort((a, b) => a.at - b.at);
    return { from, to, items };
  }
}

/** The oldest first. */
function openOf(proposals: Proposal[], board: string): Proposal[] {
  return proposals
    .filter(({ boardRef, state }) => boardRef === board && state === 'open')
    .sort((a, b) => a.openedAt - b.openedAt);
}
