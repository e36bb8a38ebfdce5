import {
  autonomyPolicyReadPermission,
  autonomyScorecardWritePermission,
  autonomySimulationCreatePermission,
  emptyCounts,
  simulationReport,
  type ListMovesRequest,
  type ListMovesResponse,
  type MoveGroups,
  type MovesFilter,
  type NewSimulation,
  type SimulatedMove,
  type Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ReadScopes } from '../../evaluation/reading';
import type { SummaryContext } from '../../evaluation/reading/summary';
import { callerOf } from '../../ingestion/callerOf';
import { createCursors, cursorText, placeSchema, readPage } from '../../paging';
import { requirePermission } from '../../permissions';
import type { PolicyRegistry } from '../registry';
import {
  toSimulation,
  type SimulationDesk,
  type SimulationRow,
  type SimulationsStore,
} from './jobs';
import { walkMoves, type MovesQueries } from './reading';
import type { AsCaller, SimulationService } from './SimulationService';

const DEFAULT_LIMIT = 20;
const MOST_LISTED = 50;
/** What a report names. */
const MOST_NAMED = 50;

const cursors = createCursors(placeSchema(cursorText));

/**
 * @internal
 */
export interface SimulationServiceOptions {
  context: Pick<SummaryContext, 'titlesOf'>;
  desk: SimulationDesk;
  permissions: PermissionsService;
  policies: Pick<PolicyRegistry, 'current'>;
  queries: MovesQueries;
  scopes: ReadScopes;
  store: SimulationsStore;
}

/**
 * Shows each reader what would move of what both permissions let them see: a draft can ask anything of any entity,
 * so that a count of all would tell what nobody may read.
 *
 * @internal
 */
export class AuthorizedSimulationService implements SimulationService {
  readonly #options: SimulationServiceOptions;

  static create(options: SimulationServiceOptions): SimulationService {
    return new AuthorizedSimulationService(options);
  }

  private constructor(options: SimulationServiceOptions) {
    this.#options = options;
  }

  async start(
    simulation: NewSimulation,
    { credentials }: AsCaller,
  ): Promise<Simulation> {
    const { desk, permissions } = this.#options;
    await requirePermission(
      permissions,
      autonomySimulationCreatePermission,
      credentials,
    );
    return this.#shown(await desk.start(simulation, callerOf(credentials)), {
      credentials,
    });
  }

  async list(
    { draftId }: { draftId?: string },
    options: AsCaller,
  ): Promise<Simulation[]> {
    await this.#assertReads(options);
    const rows = await this.#options.store.list({
      draftId,
      limit: MOST_LISTED,
    });
    return this.#allShown(rows, options);
  }

  async get(id: string, options: AsCaller): Promise<Simulation> {
    return this.#shown(await this.#find(id, options), options);
  }

  async cancel(id: string, options: AsCaller): Promise<Simulation> {
    const { desk, permissions } = this.#options;
    const { credentials } = options;
    const row = await this.#find(id, options);
    if (row.created_by !== callerOf(credentials)) {
      await requirePermission(
        permissions,
        autonomyScorecardWritePermission,
        credentials,
      );
    }
    return this.#shown(await desk.cancel(id), options);
  }

  async listMoves(
    id: string,
    request: ListMovesRequest,
    options: AsCaller,
  ): Promise<ListMovesResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { queries, scopes } = this.#options;
    const from = cursor === undefined ? {} : cursors.decode(cursor);
    await this.#find(id, options);
    const { readable, visible } = await scopes.of(options.credentials);
    const selection = { simulationId: id, filter, visible };
    const [{ next, rows }, totalItems] = await Promise.all([
      readPage({
        from,
        limit,
        read: stretch => queries.list({ ...selection, ...stretch }),
        positionOf: ({ entityRef }) => entityRef,
        refOf: ({ entityRef }) => entityRef,
        readable,
      }),
      // Counting what only the catalog can tell would mean reading everything.
      readable ? undefined : queries.count(selection),
    ]);
    return {
      items: rows,
      totalItems,
      pageInfo: next ? { nextCursor: cursors.encode(next) } : {},
    };
  }

  async groups(
    id: string,
    by: 'domain' | 'owner',
    options: AsCaller,
  ): Promise<MoveGroups> {
    const { context, queries, scopes } = this.#options;
    await this.#find(id, options);
    const scope = await scopes.of(options.credentials);
    if (scope.readable) {
      return { isWithheld: true, groups: [] };
    }
    const groups = await queries.groups(id, by, scope.visible);
    // The title of a domain is a word of the catalog about another entity.
    const titles = scope.isEverything
      ? await context.titlesOf(groups.flatMap(({ ref }) => ref ?? []))
      : new Map<string, string>();
    return {
      isWithheld: false,
      groups: groups.map(({ ref, ...counts }) => ({
        ref,
        title: ref === undefined ? undefined : titles.get(ref),
        ...counts,
      })),
    };
  }

  async moves(
    id: string,
    filter: MovesFilter,
    options: AsCaller,
  ): Promise<AsyncIterable<SimulatedMove[]>> {
    const { queries, scopes } = this.#options;
    await this.#find(id, options);
    const { readable, visible } = await scopes.of(options.credentials);
    return walkMoves({
      read: stretch =>
        queries.list({ simulationId: id, filter, visible, ...stretch }),
      readable,
    });
  }

  async report(
    id: string,
    filter: MovesFilter,
    options: AsCaller,
  ): Promise<string> {
    const losing: MovesFilter = { ...filter, what: ['rights-lost'] };
    const [simulation, losers, domains, owners] = await Promise.all([
      this.get(id, options),
      this.listMoves(id, { ...losing, limit: MOST_NAMED }, options),
      this.groups(id, 'domain', options),
      this.groups(id, 'owner', options),
    ]);
    return simulationReport({
      simulation,
      when: filter.when ?? 'settled',
      losers: losers.items,
      losersInAll: losers.totalItems,
      domains: domains.groups,
      owners: owners.groups,
    });
  }

  async #find(id: string, options: AsCaller): Promise<SimulationRow> {
    await this.#assertReads(options);
    const row = await this.#options.store.get(id);
    if (!row) {
      throw new NotFoundError(`No simulation ${id}`);
    }
    return row;
  }

  async #assertReads({ credentials }: AsCaller): Promise<void> {
    const { permissions } = this.#options;
    await requirePermission(
      permissions,
      autonomyPolicyReadPermission,
      credentials,
    );
  }

  async #shown(row: SimulationRow, options: AsCaller): Promise<Simulation> {
    const [shown] = await this.#allShown([row], options);
    return shown;
  }

  async #allShown(
    rows: readonly SimulationRow[],
    { credentials }: AsCaller,
  ): Promise<Simulation[]> {
    const { policies, queries, scopes } = this.#options;
    const { version } = policies.current.policy;
    const all = rows.map(row => toSimulation(row, version));
    const scope = await scopes.of(credentials);
    if (scope.isEverything || all.length === 0) {
      return all;
    }
    if (scope.readable) {
      const nothing = { atOnce: emptyCounts(), settled: emptyCounts() };
      return all.map(each => ({ ...each, ...nothing, isWithheld: true }));
    }
    const counts = await queries.counts(
      all.map(({ id }) => id),
      scope.visible,
    );
    return all.map(each => ({
      ...each,
      atOnce: counts.get(each.id)?.atOnce ?? emptyCounts(),
      settled: counts.get(each.id)?.settled ?? emptyCounts(),
    }));
  }
}
