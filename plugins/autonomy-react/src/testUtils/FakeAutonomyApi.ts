import {
  RIGHT_NAMES,
  type AutonomyApi,
  type AutonomyEntitySummary,
  type EntitySortField,
  type Evaluation,
  type ListEntitiesRequest,
  type ListEntitiesResponse,
  type PolicySummary,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createEntitySummary } from './createEntitySummary';
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
}

/**
 * {@link @aligned-autonomy/backstage-plugin-autonomy-common#AutonomyApi} over values in memory,
 * for tests and development without a backend. It filters, sorts and pages like the backend.
 * @public
 */
export class FakeAutonomyApi implements AutonomyApi {
  readonly #evaluations: Evaluation[];
  readonly #summaries: AutonomyEntitySummary[];

  constructor(options: FakeAutonomyApiOptions = {}) {
    this.#evaluations = options.evaluations ?? [];
    this.#summaries =
      options.summaries ??
      this.#evaluations.map(item => createEntitySummary(item));
  }

  async getEntity(entityRef: string): Promise<Evaluation | undefined> {
    return this.#evaluations.find(item => item.entity.entityRef === entityRef);
  }

  async listEntities(
    request: ListEntitiesRequest = {},
  ): Promise<ListEntitiesResponse> {
    const { orderBy = 'name', order = 'asc', limit = 20 } = request;
    const found = this.#summaries
      .filter(item => matches(item, request))
      .sort((a, b) => compare(a, b, orderBy) * (order === 'asc' ? 1 : -1));
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
}

function matches(item: AutonomyEntitySummary, request: ListEntitiesRequest) {
  const { text = '', minReadiness, maxReadiness } = request;
  const readiness = item.readiness ?? -1;
  return (
    Object.entries(LIST_FILTERS).every(([filter, field]) => {
      const wanted = request[filter as keyof typeof LIST_FILTERS];
      return !wanted?.length || (wanted as unknown[]).includes(item[field]);
    }) &&
    `${item.name} ${item.title}`.toLowerCase().includes(text.toLowerCase()) &&
    (minReadiness === undefined || readiness >= minReadiness) &&
    (maxReadiness === undefined || readiness <= maxReadiness)
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
