import {
  quarterNamed,
  quarterOf,
  type Board,
  type BoardAgenda,
  type BoardCalendar,
  type BoardStatistics,
  type CompiledPolicy,
  type ExemptionDebt,
  type Quarter,
  type ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError, NotFoundError } from '@backstage/errors';
import type { Clock } from '../../database';
import type { AsCaller } from '../AsCaller';
import type { BoardAgendas } from './BoardAgendas';
import type { BoardFindings } from './BoardFindings';
import type { BoardService } from './BoardService';
import type { BoardTitles } from './BoardTitles';
import type { BoardDates } from './calendar/BoardDates';
import { iCalendar } from './calendar/iCalendar';
import type { BoardStatisticsReader } from './decisions/BoardStatisticsReader';
import type { BoardDirectory } from './directory/BoardDirectory';
import type { BoardScope, BoardScopes } from './directory/BoardScopes';
import type { DomainFigures, FiguresOfDomain } from './directory/DomainFigures';
import { packCsv } from './reviewPack/packCsv';
import { packMarkdown } from './reviewPack/packMarkdown';
import type { ReviewPacks } from './reviewPack/ReviewPacks';

const DAY = 86_400_000;
/** What a calendar shows, and how far back an agenda looks for what lapsed. */
const USUAL_PERIOD = 90 * DAY;
const LONGEST_PERIOD = 366 * DAY;

/**
 * @internal
 */
export interface BoardServiceOptions {
  agendas: BoardAgendas;
  clock: Clock;
  dates: BoardDates;
  directory: BoardDirectory;
  figures: DomainFigures;
  findings: BoardFindings;
  packs: ReviewPacks;
  policy: CompiledPolicy;
  scopes: BoardScopes;
  statistics: BoardStatisticsReader;
  titles: BoardTitles;
}

/** A board with what the reader may read of it. */
interface OpenBoard {
  board: Board;
  boardRef: string;
  now: number;
  scope: BoardScope;
  /** Domains that the catalog shows: what is said of a domain itself is for those who may see it. */
  domainRefs: string[];
  as: AsCaller;
}

/**
 * Shows each reader the boards as far as they may read the entities. Where only the catalog can tell, it is asked about
 * the entities of the reader's own boards first, and about as many as it can be.
 *
 * @internal
 */
export class AuthorizedBoardService implements BoardService {
  readonly #options: BoardServiceOptions;

  static create(options: BoardServiceOptions): BoardService {
    return new AuthorizedBoardService(options);
  }

  private constructor(options: BoardServiceOptions) {
    this.#options = options;
  }

  async list({ credentials }: AsCaller): Promise<Board[]> {
    const { clock, directory, scopes, titles } = this.#options;
    return directory.list({
      now: await clock.now(),
      scope: await scopes.of(credentials),
      titlesOf: refs => titles.of(refs, credentials),
    });
  }

  async getAgenda(boardRef: string, as: AsCaller): Promise<BoardAgenda> {
    const opened = await this.#open(boardRef, as);
    const { board, now } = opened;
    const debt = debtOf(await this.#figures(opened));
    const findings = await this.#options.findings.read({
      ...opened,
      debt,
      nameOf: namesOf(board),
      from: now - USUAL_PERIOD,
      to: now + 1,
    });
    return this.#options.agendas.read({ board, debt, findings, now }, as);
  }

  async getCalendar(
    boardRef: string,
    period: { from?: number; to?: number },
    as: AsCaller,
  ): Promise<BoardCalendar> {
    const opened = await this.#open(boardRef, as);
    const { from = opened.now, to = from + USUAL_PERIOD } = period;
    if (to <= from || to - from > LONGEST_PERIOD) {
      throw new InputError(
        `Invalid to: expected at most 366 days after from (${isoOf(
          from,
        )}), found ${isoOf(to)}`,
      );
    }
    const items = await this.#options.dates.read({ ...opened, from, to });
    return { from, to, items };
  }

  async exportCalendar(boardRef: string, as: AsCaller): Promise<string> {
    const now = await this.#options.clock.now();
    const { items } = await this.getCalendar(boardRef, { from: now }, as);
    return iCalendar(items, now);
  }

  /** Over the window of trust, a year unless the policy says otherwise. */
  async getStatistics(
    boardRef: string,
    as: AsCaller,
  ): Promise<BoardStatistics> {
    const opened = await this.#open(boardRef, as);
    const { policy, statistics } = this.#options;
    const to = opened.now;
    const from = to - policy.policy.trust.window;
    return statistics.read({ ...opened, from, to });
  }

  async getDebt(boardRef: string, as: AsCaller): Promise<ExemptionDebt[]> {
    return debtOf(await this.#figures(await this.#open(boardRef, as)));
  }

  async getReviewPack(
    boardRef: string,
    quarterName: string | undefined,
    as: AsCaller,
  ): Promise<ReviewPack> {
    const opened = await this.#open(boardRef, as);
    const { board, now } = opened;
    const quarter = parseQuarter(quarterName, now);
    const { findings, packs } = this.#options;
    const figures = await this.#figures(opened);
    return packs.read({
      ...opened,
      title: board.title,
      quarter,
      figures,
      titles: titlesIn(board),
      findings: await findings.read({
        ...opened,
        debt: debtOf(figures),
        nameOf: namesOf(board),
        from: quarter.from,
        to: quarter.to,
      }),
    });
  }

  async exportReviewPack(
    boardRef: string,
    format: 'markdown' | 'csv',
    quarter: string | undefined,
    as: AsCaller,
  ): Promise<string> {
    const pack = await this.getReviewPack(boardRef, quarter, as);
    const { policy } = this.#options.policy;
    return format === 'csv'
      ? packCsv(pack, policy)
      : packMarkdown(pack, policy);
  }

  /** @throws NotFoundError where it is no board, or none for this reader */
  async #open(boardRef: string, as: AsCaller): Promise<OpenBoard> {
    const { clock, directory, scopes, titles } = this.#options;
    const { credentials } = as;
    const now = await clock.now();
    const scope = await scopes.of(credentials);
    let shown: ReadonlyMap<string, unknown> = new Map();
    const [board] = await directory.list({
      boardRef,
      now,
      scope,
      titlesOf: async refs => {
        const found = await titles.of(refs, credentials);
        shown = found;
        return found;
      },
    });
    if (!board) {
      throw new NotFoundError(`No board ${boardRef.slice(0, 200)}`);
    }
    const domainRefs = board.domains
      .map(({ domainRef }) => domainRef)
      .filter(ref => shown.has(ref));
    return { as, board, boardRef, domainRefs, now, scope };
  }

  #figures({ boardRef, scope }: OpenBoard): Promise<FiguresOfDomain[]> {
    return this.#options.figures.read(scope, boardRef);
  }
}

function titlesIn({ domains }: Board): Map<string, string | undefined> {
  return new Map(domains.map(({ domainRef, title }) => [domainRef, title]));
}

/** Entities without a domain are called after the board. */
function namesOf(board: Board): (domainRef: string | undefined) => string {
  const titles = titlesIn(board);
  return domainRef =>
    domainRef === undefined
      ? board.title ?? board.boardRef
      : titles.get(domainRef) ?? domainRef;
}

function debtOf(figures: readonly FiguresOfDomain[]): ExemptionDebt[] {
  return figures.map(({ debt }) => debt);
}

function parseQuarter(name: string | undefined, now: number): Quarter {
  const quarter = name === undefined ? quarterOf(now) : quarterNamed(name);
  if (!quarter) {
    throw new InputError(
      `Invalid quarter: expected e.g. ${
        quarterOf(now).name
      }, found ${JSON.stringify(name?.slice(0, 60))}`,
    );
  }
  return quarter;
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
