import {
  RIGHT_NAMES,
  type ActivityItem,
  type AutonomyApi,
  type AutonomyEntitySummary,
  type EntitiesFilter,
  type EntitiesSelection,
  type EntitiesSummary,
  type EntityHistory,
  type EntitySortField,
  type Evaluation,
  type ListActivityResponse,
  type ListEntitiesRequest,
  type ListEntitiesResponse,
  type PolicySummary,
  type ReadinessOverview,
  type ReadinessRollUp,
  type SummarizeEntitiesRequest,
  type Trends,
  type TrendsRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createEntitySummary } from './createEntitySummary';
import { figuresOf, groupsOf } from './fakeFigures';
import { level, rights } from './story';

const LIST_FILTERS = {
  kind: 'kind',
  type: 'type',
  owner: 'ownerRef',
  system: 'systemRef',
  domain: 'domainRef',
  tier: 'tier',
  level: 'level',
  guardrailStatus: 'guardrailStatus',
} as const satisfies Record<string, keyof AutonomyEntitySummary>;

/** @public */
export interface FakeAutonomyApiOptions {
  evaluations?: Evaluation[];
  /** Rows of the list; by default those of the evaluations. */
  summaries?: AutonomyEntitySummary[];
  /** What changed, the newest first. */
  activity?: ActivityItem[];
  /** By entity ref. */
  histories?: Record<string, EntityHistory>;
  /** By the ref of a Group, System or Domain; empty for the organisation. */
  readiness?: Record<string, ReadinessRollUp>;
  trends?: Trends;
}

/**
 * {@link @aligned-autonomy/backstage-plugin-autonomy-common#AutonomyApi} over values in memory,
 * for tests and development without a backend. It filters, sorts and pages like the backend.
 * @public
 */
export class FakeAutonomyApi implements AutonomyApi {
  readonly #evaluations: Evaluation[];
  readonly #options: FakeAutonomyApiOptions;
  readonly #summaries: AutonomyEntitySummary[];

  constructor(options: FakeAutonomyApiOptions = {}) {
    this.#options = options;
    this.#evaluations = options.evaluations ?? [];
    this.#summaries =
      options.summaries ??
      this.#evaluations.map(item => createEntitySummary(item));
  }

  async getEntity(entityRef: string): Promise<Evaluation | undefined> {
    return this.#evaluations.find(item => item.entity.entityRef === entityRef);
  }

  async refreshEntity(entityRef: string): Promise<Evaluation | undefined> {
    return this.getEntity(entityRef);
  }

  async getEntityHistory(entityRef: string): Promise<EntityHistory> {
    const none = { from: 0, to: 0, points: [], events: [], pageInfo: {} };
    return this.#options.histories?.[entityRef] ?? none;
  }

  async getEntitySummaries(
    entityRefs: string[],
  ): Promise<(AutonomyEntitySummary | undefined)[]> {
    return entityRefs.map(ref =>
      this.#summaries.find(({ entityRef }) => entityRef === ref),
    );
  }

  async exportEntities(request: EntitiesSelection = {}): Promise<Blob> {
    const refs = this.#select(request).map(({ entityRef }) => entityRef);
    return new Blob([['entity', ...refs].join('\r\n')], { type: 'text/csv' });
  }

  async summarizeEntities(
    request: SummarizeEntitiesRequest,
  ): Promise<EntitiesSummary> {
    const { groupBy, limit = 100 } = request;
    const found = this.#select(request);
    const groups = groupsOf(found, groupBy);
    return {
      groupBy,
      isWithheld: false,
      groups: groups.slice(0, limit),
      totalGroups: groups.length,
      totals: figuresOf(found),
      trend: 'none',
    };
  }

  async getTrends({ kind, ref }: TrendsRequest): Promise<Trends> {
    return this.#options.trends ?? { kind, ref, days: [] };
  }

  async listActivity(): Promise<ListActivityResponse> {
    return { items: this.#options.activity ?? [], pageInfo: {} };
  }

  async getReadiness(entityRef?: string): Promise<ReadinessOverview> {
    const rollUp = this.#options.readiness?.[entityRef ?? ''];
    return {
      ref: entityRef,
      isWithheld: false,
      rollUp: rollUp ?? { entities: 0, items: [], gaps: 0, topGaps: [] },
    };
  }

  async listEntities(
    request: ListEntitiesRequest = {},
  ): Promise<ListEntitiesResponse> {
    const { limit = 20 } = request;
    const found = this.#select(request);
    const start = Number(request.cursor ?? 0);
    const end = start + limit;
    return {
      items: found.slice(start, end),
      totalItems: found.length,
      pageInfo: {
        nextCursor: end < found.length ? String(end) : undefined,
        prevCursor: start > 0 ? String(Math.max(0, start - limit)) : undefined,
      },
    };
  }

  async getPolicy(): Promise<PolicySummary> {
    return {
      version: '1',
      levels: level(0).ladder.map(({ level: number, title }) => ({
        level: number,
        title,
      })),
      areas: rights(0).map(({ area: id, title, consequence, ownedBy }) => ({
        id,
        title,
        consequence,
        ownedBy,
      })),
      rightNames: RIGHT_NAMES,
    };
  }

  #select(request: EntitiesSelection): AutonomyEntitySummary[] {
    const { orderBy = 'name', order = 'asc' } = request;
    return this.#summaries
      .filter(item => matches(item, request))
      .sort((a, b) => compare(a, b, orderBy) * (order === 'asc' ? 1 : -1));
  }
}

function matches(item: AutonomyEntitySummary, request: EntitiesFilter) {
  const { text = '', minReadiness, maxReadiness } = request;
  const readiness = item.readiness ?? -1;
  return (
    Object.entries(LIST_FILTERS).every(([filter, field]) => {
      const wanted = request[filter as keyof typeof LIST_FILTERS];
      return !wanted?.length || (wanted as unknown[]).includes(item[field]);
    }) &&
    matchesMore(item, request) &&
    `${item.name} ${item.title}`.toLowerCase().includes(text.toLowerCase()) &&
    (minReadiness === undefined || readiness >= minReadiness) &&
    (maxReadiness === undefined || readiness <= maxReadiness)
  );
}

/** Items of readiness are not in a row, so nothing is filtered by them. */
function matchesMore(item: AutonomyEntitySummary, request: EntitiesFilter) {
  const { atRisk, guardrail, mismatch, proposed, stale } = request;
  const states = request.guardrailState ?? ['at-risk', 'breached', 'unknown'];
  const is = (wanted: boolean | undefined, found: boolean) =>
    wanted === undefined || wanted === found;
  return (
    is(atRisk, item.atRiskSince !== undefined) &&
    is(proposed, item.proposedLevel !== undefined) &&
    is(stale, item.isStale) &&
    (!mismatch || mismatch.some(kind => item[kind] !== undefined)) &&
    (!guardrail ||
      item.guardrails.some(
        ({ id, status }) => id === guardrail && states.includes(status),
      ))
  );
}

function compare(
  a: AutonomyEntitySummary,
  b: AutonomyEntitySummary,
  orderBy: EntitySortField,
) {
  const field = { owner: 'ownerRef', domain: 'domainRef' }[orderBy as string];
  const of = (item: AutonomyEntitySummary) =>
    item[(field ?? orderBy) as keyof AutonomyEntitySummary] ?? '';
  return of(a) < of(b) ? -1 : Number(of(a) > of(b));
}
