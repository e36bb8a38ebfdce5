import type {
  BoardFinding,
  Quarter,
  RecordedAudit,
  RecordedPlan,
  ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../../AsCaller';
import type { AuditService } from '../../audits/AuditService';
import type { PlanService } from '../../plans/PlanService';
import type { BoardObjectives } from '../BoardObjectives';
import type { BoardProposals } from '../BoardProposals';
import type { BoardStatisticsReader } from '../decisions/BoardStatisticsReader';
import type { BoardScope } from '../directory/BoardScopes';
import type { FiguresOfDomain } from '../directory/DomainFigures';
import { readAll } from '../readAll';

/** Of each list. */
const MOST_ITEMS = 500;
/** So many plans are looked through for those of the quarter. */
const MOST_PLANS = 2_000;

/**
 * @internal
 */
export interface ReviewPacksOptions {
  audits: Pick<AuditService, 'list'>;
  objectives: BoardObjectives;
  plans: Pick<PlanService, 'list'>;
  proposals: BoardProposals;
  statistics: BoardStatisticsReader;
}

/**
 * Of which board and quarter, and what is known about it already.
 *
 * @internal
 */
export interface PackQuestion {
  boardRef: string;
  title?: string;
  quarter: Quarter;
  /** UTC milliseconds. */
  now: number;
  scope: BoardScope;
  figures: readonly FiguresOfDomain[];
  findings: BoardFinding[];
  /** Title by ref of the domain. */
  titles: ReadonlyMap<string, string | undefined>;
  /** Domains of the board that the reader is shown. */
  domainRefs: readonly string[];
  as: AsCaller;
}

/**
 * Puts together what a board did in a quarter.
 *
 * @internal
 */
export class ReviewPacks {
  readonly #options: ReviewPacksOptions;

  static create(options: ReviewPacksOptions): ReviewPacks {
    return new ReviewPacks(options);
  }

  private constructor(options: ReviewPacksOptions) {
    this.#options = options;
  }

  async read(question: PackQuestion): Promise<ReviewPack> {
    const { as, boardRef, now, quarter, scope, title } = question;
    const { proposals, statistics } = this.#options;
    const { from, name, to } = quarter;
    const wanted = { boardRef, limit: MOST_ITEMS, now, order: 'asc' as const };
    const [domains, decided, open, plans, audits, figures] = await Promise.all([
      this.#domains(question),
      proposals.read(
        { ...wanted, state: ['approved', 'rejected'], decided: { from, to } },
        as,
      ),
      proposals.read({ ...wanted, state: ['open'] }, as),
      this.#plans(question),
      this.#audits(question),
      statistics.read({ boardRef, from, to, now, scope }),
    ]);
    const lists = [decided, open, plans, audits];
    return {
      boardRef,
      title,
      quarter: name,
      from,
      to,
      domains,
      decided: decided.items,
      open: open.items,
      plans: plans.items,
      audits: audits.items,
      statistics: figures,
      findings: question.findings,
      isCut: lists.some(({ isCut }) => isCut),
    };
  }

  async #domains(question: PackQuestion): Promise<ReviewPack['domains']> {
    const { domainRefs, figures, titles } = question;
    const objectives = await this.#options.objectives.of(domainRefs);
    return figures.map(({ debt, domainRef, figures: counted }) => ({
      domainRef,
      title: domainRef === undefined ? undefined : titles.get(domainRef),
      objective:
        domainRef === undefined
          ? undefined
          : objectives.get(domainRef)?.statement,
      entities: counted.entities,
      levels: counted.levels,
      // Losing a fact never looks better than failing.
      breached: counted.guardrails.breached + counted.guardrails.unknown,
      surplus: counted.surplus,
      deficit: counted.deficit,
      debt,
    }));
  }

  /** Those that were in force on any day of the quarter. */
  async #plans({
    as,
    boardRef,
    quarter,
  }: PackQuestion): Promise<{ items: RecordedPlan[]; isCut: boolean }> {
    const { isCut, items } = await readAll(
      page =>
        this.#options.plans.list(
          {
            ...page,
            board: [boardRef],
            state: ['active', 'completed', 'lapsed', 'lifted'],
          },
          as,
        ),
      MOST_PLANS,
    );
    const within = items.filter(
      ({ endedAt, endsAt, extendedTo, startsAt }) =>
        startsAt < quarter.to &&
        (endedAt ?? Math.max(endsAt, extendedTo ?? endsAt)) > quarter.from,
    );
    return {
      items: within.slice(0, MOST_ITEMS),
      isCut: isCut || within.length > MOST_ITEMS,
    };
  }

  #audits({
    as,
    boardRef,
    quarter,
  }: PackQuestion): Promise<{ items: RecordedAudit[]; isCut: boolean }> {
    return readAll(
      page =>
        this.#options.audits.list(
          { ...page, board: [boardRef], quarter: [quarter.name] },
          as,
        ),
      MOST_ITEMS,
    );
  }
}
