import {
  quarterOf,
  type BoardFinding,
  type CompiledPolicy,
  type ExemptionDebt,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { sortBy } from 'lodash';
import type { AsCaller } from '../AsCaller';
import type { AuditService } from '../audits/AuditService';
import type { PlanService } from '../plans/PlanService';
import type { BoardObjectives } from './BoardObjectives';
import type { BoardProposals } from './BoardProposals';
import { readAll } from './readAll';
import { entityName } from './entityName';
import { subjectOf } from './subjectOf';

/** Of each kind. */
const MOST_FINDINGS = 100;
/** So many are looked through for those of the time. */
const MOST_READ = 400;

/** Every comparison with a threshold allows it. */
const TOLERANCE = 1e-9;

/**
 * @internal
 */
export interface BoardFindingsOptions {
  audits: Pick<AuditService, 'list'>;
  objectives: BoardObjectives;
  plans: Pick<PlanService, 'list'>;
  policy: CompiledPolicy;
  proposals: BoardProposals;
}

/**
 * Of which board and time. Instants are UTC milliseconds, `[from, to)`.
 *
 * @internal
 */
export interface FindingsQuestion {
  boardRef: string;
  from: number;
  to: number;
  now: number;
  debt: readonly ExemptionDebt[];
  /** Domains of the board that the reader is shown. */
  domainRefs: readonly string[];
  /** What a domain is called; its ref where the reader is not told. */
  nameOf: (domainRef: string | undefined) => string;
  as: AsCaller;
}

/**
 * What a board let pass, and what it lets run.
 *
 * @internal
 */
export class BoardFindings {
  readonly #options: BoardFindingsOptions;

  static create(options: BoardFindingsOptions): BoardFindings {
    return new BoardFindings(options);
  }

  private constructor(options: BoardFindingsOptions) {
    this.#options = options;
  }

  /** What stands now first, then the last first. */
  async read(question: FindingsQuestion): Promise<BoardFinding[]> {
    const { from, to } = question;
    const [objectives, ...past] = await Promise.all([
      this.#objectives(question),
      this.#plans(question),
      this.#audits(question),
      this.#proposals(question),
    ]);
    const lapsed = past.flatMap(findings =>
      findings
        .filter(({ at }) => at >= from && at < to)
        .slice(0, MOST_FINDINGS),
    );
    return [
      ...debtFindings(question),
      ...objectives,
      ...sortBy(lapsed, [({ at }) => -at, 'kind', 'ref']),
    ];
  }

  async #plans({ as, boardRef }: FindingsQuestion) {
    const { items } = await readAll(
      page =>
        this.#options.plans.list(
          { ...page, board: [boardRef], state: ['lapsed'] },
          as,
        ),
      MOST_READ,
    );
    return items.map(
      ({ endedAt, endsAt, entityRef, extendedTo, id, title }) => ({
        kind: 'plan-lapsed' as const,
        ref: id,
        entityRef,
        title,
        at: endedAt ?? extendedTo ?? endsAt,
      }),
    );
  }

  async #audits({ as, boardRef, from, to }: FindingsQuestion) {
    const { items } = await readAll(
      page =>
        this.#options.audits.list(
          {
            ...page,
            board: [boardRef],
            state: ['lapsed'],
            quarter: quartersBetween(from, to),
          },
          as,
        ),
      MOST_READ,
    );
    return items.map(
      ({ domainRef, dueAt, entityRef, entityTitle, id, quarter }) => ({
        kind: 'audit-lapsed' as const,
        ref: id,
        entityRef,
        domainRef,
        title: `${entityName({ entityRef, entityTitle })}, ${quarter}`,
        at: dueAt,
      }),
    );
  }

  async #proposals({ as, boardRef, now }: FindingsQuestion) {
    const { policy, proposals } = this.#options;
    const { rows } = await proposals.list(
      { boardRef, state: ['lapsed'], order: 'desc', limit: MOST_READ, now },
      as,
    );
    return rows.map(
      ({ content, decidedAt, domainRef, entityRef, id, openedAt }) => ({
        kind: 'proposal-lapsed' as const,
        ref: id,
        entityRef,
        domainRef,
        title: subjectOf(content, policy.policy),
        at: decidedAt ?? openedAt,
      }),
    );
  }

  async #objectives(question: FindingsQuestion): Promise<BoardFinding[]> {
    const { domainRefs, nameOf, now } = question;
    const known = await this.#options.objectives.of(domainRefs);
    return domainRefs.flatMap((domainRef): BoardFinding[] => {
      const objective = known.get(domainRef);
      if (!objective) {
        return [
          {
            kind: 'objective-missing',
            domainRef,
            title: nameOf(domainRef),
          },
        ];
      }
      const { reviewAt } = objective;
      return reviewAt <= now
        ? [
            {
              kind: 'objective-overdue',
              ref: domainRef,
              domainRef,
              title: nameOf(domainRef),
              at: reviewAt,
            },
          ]
        : [];
    });
  }
}

function debtFindings({ debt, nameOf }: FindingsQuestion): BoardFinding[] {
  return debt
    .filter(({ limit, share = 0 }) => share > limit + TOLERANCE)
    .map(({ domainRef }) => ({
      kind: 'debt-exceeded',
      domainRef,
      title: nameOf(domainRef),
    }));
}

/** An audit is due long after its quarter began, so the one before counts too. */
function quartersBetween(from: number, to: number): string[] {
  const names: string[] = [];
  let quarter = quarterOf(quarterOf(from).from - 1);
  while (quarter.from < to) {
    names.push(quarter.name);
    quarter = quarterOf(quarter.to);
  }
  return names;
}
