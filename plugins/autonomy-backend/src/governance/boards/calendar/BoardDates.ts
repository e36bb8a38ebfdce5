import type {
  BoardDate,
  CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { sortBy } from 'lodash';
import type { AsCaller } from '../../AsCaller';
import type { AuditService } from '../../audits/AuditService';
import { recordedExemptions } from '../../exemptions/recordedExemptions';
import type { GrantService } from '../../grants/GrantService';
import type { PlanService } from '../../plans/PlanService';
import { titleOf } from '../../../needs/needRows';
import { entityName } from '../entityName';
import type { BoardScope } from '../directory/BoardScopes';
import { readAll } from '../readAll';
import { subjectOf } from '../subjectOf';

/** Of each kind; nobody looks through more. */
const MOST_DATES = 1_000;

/**
 * @internal
 */
export interface BoardDatesOptions {
  audits: Pick<AuditService, 'list'>;
  grants: Pick<GrantService, 'list'>;
  knex: Knex;
  plans: Pick<PlanService, 'list'>;
  policy: CompiledPolicy;
}

/**
 * Which dates of which board, for whom.
 *
 * @internal
 */
export interface DatesQuestion {
  boardRef: string;
  /** UTC milliseconds, `[from, to)`. */
  from: number;
  to: number;
  now: number;
  scope: BoardScope;
  /** Domains of the board that the reader is shown. */
  domainRefs: readonly string[];
  as: AsCaller;
}

/**
 * What is due when, of a board: what it has to decide, what it decided for a time, and what it looks at again.
 *
 * @internal
 */
export class BoardDates {
  readonly #options: BoardDatesOptions;

  static create(options: BoardDatesOptions): BoardDates {
    return new BoardDates(options);
  }

  private constructor(options: BoardDatesOptions) {
    this.#options = options;
  }

  /** The first first; 1,000 at the most. */
  async read(question: DatesQuestion): Promise<BoardDate[]> {
    const dates = await Promise.all([
      this.#proposals(question),
      this.#exemptions(question),
      this.#grants(question),
      this.#plans(question),
      this.#audits(question),
      this.#objectives(question),
    ]);
    const { from, to } = question;
    const within = dates.flat().filter(({ at }) => at >= from && at < to);
    return sortBy(within, ['at', 'kind', 'ref']).slice(0, MOST_DATES);
  }

  async #proposals(question: DatesQuestion): Promise<BoardDate[]> {
    const { boardRef, from, now, scope, to } = question;
    const { knex, policy } = this.#options;
    const rows: any[] = await knex('proposals')
      .where({ board_ref: boardRef, state: 'open' })
      .whereIn('entity_ref', scope.visible())
      .where('lapses_at', '>=', Math.max(from, now))
      .where('lapses_at', '<', to)
      .orderBy(['lapses_at', 'id'])
      .limit(MOST_DATES)
      .select('id', 'entity_ref', 'domain_ref', 'content', 'lapses_at');
    return rows.map(row => ({
      kind: 'proposal-lapses',
      at: Number(row.lapses_at),
      title: subjectOf(JSON.parse(row.content), policy.policy),
      ref: row.id,
      entityRef: row.entity_ref,
      domainRef: row.domain_ref ?? undefined,
    }));
  }

  async #exemptions(question: DatesQuestion): Promise<BoardDate[]> {
    const { boardRef, from, now, scope, to } = question;
    const { knex, policy } = this.#options;
    const { maxDuration } = policy.policy.exemptions;
    const rows: any[] = await knex
      .from(recordedExemptions(knex, { maxDuration, now }).as('recorded'))
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'recorded.entity_ref',
      )
      .whereIn('recorded.entity_ref', scope.ofBoard(boardRef))
      .whereIn('recorded.state', ['in-force', 'planned'])
      .where('recorded.ends_at', '>=', from)
      .where('recorded.ends_at', '<', to)
      .orderBy(['recorded.ends_at', 'recorded.id'])
      .limit(MOST_DATES)
      .select(
        'recorded.id',
        'recorded.entity_ref',
        'recorded.check_id',
        'recorded.ends_at',
        'entity_context.domain_ref',
        'entity_context.domain_chain',
      );
    return rows.map(row => ({
      kind: 'exemption-ends',
      at: Number(row.ends_at),
      title: titleOf(row.check_id, row, policy),
      ref: row.id,
      entityRef: row.entity_ref,
      domainRef: row.domain_ref ?? undefined,
    }));
  }

  async #grants({ as, boardRef }: DatesQuestion): Promise<BoardDate[]> {
    const { grants, policy } = this.#options;
    const { items } = await readAll(
      page =>
        grants.list(
          { ...page, board: [boardRef], state: ['in-force', 'planned'] },
          as,
        ),
      MOST_DATES,
    );
    const { areas } = policy.policy;
    return items.map(({ area, entityRef, expiresAt, id }) => ({
      kind: 'grant-ends',
      at: expiresAt,
      title: areas.find(each => each.id === area)?.title ?? area,
      ref: id,
      entityRef,
    }));
  }

  async #plans({ as, boardRef, now }: DatesQuestion): Promise<BoardDate[]> {
    const { items } = await readAll(
      page =>
        this.#options.plans.list(
          { ...page, board: [boardRef], state: ['active', 'planned'] },
          as,
        ),
      MOST_DATES,
    );
    return items.flatMap(
      ({ endsAt, entityRef, extendedTo, id, reviewAt, title }): BoardDate[] => {
        const common = { title, ref: id, entityRef };
        const end: BoardDate = {
          kind: 'plan-ends',
          at: Math.max(endsAt, extendedTo ?? endsAt),
          ...common,
        };
        return reviewAt >= now
          ? [{ kind: 'plan-review', at: reviewAt, ...common }, end]
          : [end];
      },
    );
  }

  async #audits({ as, boardRef }: DatesQuestion): Promise<BoardDate[]> {
    const { items } = await readAll(
      page =>
        this.#options.audits.list(
          { ...page, board: [boardRef], state: ['rating', 'comparing'] },
          as,
        ),
      MOST_DATES,
    );
    return items.map(
      ({ domainRef, dueAt, entityRef, entityTitle, id, quarter }) => ({
        kind: 'audit-due',
        at: dueAt,
        title: `${entityName({ entityRef, entityTitle })}, ${quarter}`,
        ref: id,
        entityRef,
        domainRef,
      }),
    );
  }

  async #objectives(question: DatesQuestion): Promise<BoardDate[]> {
    const { domainRefs, from, to } = question;
    const rows: any[] = await this.#options
      .knex('objectives')
      .whereIn('domain_ref', domainRefs)
      .where('review_at', '>=', from)
      .where('review_at', '<', to)
      .select('domain_ref', 'statement', 'review_at');
    return rows.map(row => ({
      kind: 'objective-review',
      at: Number(row.review_at),
      title: row.statement,
      ref: row.domain_ref,
      domainRef: row.domain_ref,
    }));
  }
}
