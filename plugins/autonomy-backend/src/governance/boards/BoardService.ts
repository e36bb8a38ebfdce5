import type {
  Board,
  BoardAgenda,
  BoardCalendar,
  BoardStatistics,
  ExemptionDebt,
  ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../AsCaller';

/**
 * What each board has before it and what it did, as far as somebody may read the entities.
 *
 * @remarks
 *
 * `boardRef` is the canonical ref of a group. Each method that takes one throws NotFoundError where it is no board.
 *
 * @internal
 */
export interface BoardService {
  /** The central one first, then by ref. */
  list(options: AsCaller): Promise<Board[]>;

  getAgenda(boardRef: string, options: AsCaller): Promise<BoardAgenda>;

  /**
   * @param period - UTC milliseconds, half-open; the next 90 days unless told
   * @throws InputError where it ends before it starts, or is too long
   */
  getCalendar(
    boardRef: string,
    period: { from?: number; to?: number },
    options: AsCaller,
  ): Promise<BoardCalendar>;

  /** The calendar as the text of an iCalendar file (RFC 5545). */
  exportCalendar(boardRef: string, options: AsCaller): Promise<string>;

  getStatistics(boardRef: string, options: AsCaller): Promise<BoardStatistics>;

  /** Of each domain of the board; the one without a domain last. */
  getDebt(boardRef: string, options: AsCaller): Promise<ExemptionDebt[]>;

  /**
   * @param quarter - `2026-Q4`; the present one where undefined
   * @throws InputError for a quarter that is none
   */
  getReviewPack(
    boardRef: string,
    quarter: string | undefined,
    options: AsCaller,
  ): Promise<ReviewPack>;

  /**
   * The review pack as a text. What a spreadsheet would take for a formula is made harmless in CSV.
   *
   * @param quarter - `2026-Q4`; the present one where undefined
   * @throws InputError for a quarter that is none
   */
  exportReviewPack(
    boardRef: string,
    format: 'markdown' | 'csv',
    quarter: string | undefined,
    options: AsCaller,
  ): Promise<string>;
}
