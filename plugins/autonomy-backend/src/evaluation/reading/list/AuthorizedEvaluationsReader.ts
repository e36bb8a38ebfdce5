import type {
  AutonomyEntitySummary,
  EntitiesSelection,
  ListEntitiesRequest,
  ListEntitiesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { readPage } from '../../../paging';
import type { ReadAccess } from '../../../permissions';
import type { ReadScopes } from '../ReadScopes';
import { cursors } from './cursor';
import type { EvaluationsQueries } from './EvaluationsQueries';
import type { EvaluationsReader } from './EvaluationsReader';
import type { ListFilter } from './ListQuery';
import { orderOf, toAnswer } from './page';
import { walkList } from './walkList';

const DEFAULT_LIMIT = 20;

/**
 * @internal
 */
export interface EvaluationsReaderOptions {
  access: ReadAccess;
  queries: EvaluationsQueries;
  scopes: ReadScopes;
}

/**
 * Shows each reader what both permissions let them see, and nothing from which the rest could be
 * counted.
 *
 * @internal
 */
export class AuthorizedEvaluationsReader implements EvaluationsReader {
  readonly #access: ReadAccess;
  readonly #queries: EvaluationsQueries;
  readonly #scopes: ReadScopes;

  static create(
    options: EvaluationsReaderOptions,
  ): AuthorizedEvaluationsReader {
    return new AuthorizedEvaluationsReader(options);
  }

  private constructor(options: EvaluationsReaderOptions) {
    this.#access = options.access;
    this.#queries = options.queries;
    this.#scopes = options.scopes;
  }

  async get(
    entityRef: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<string | undefined> {
    const isReadable = await this.#access.mayRead(entityRef, credentials);
    return isReadable ? this.#queries.readBody(entityRef) : undefined;
  }

  async list(
    request: ListEntitiesRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ListEntitiesResponse> {
    const {
      cursor: text,
      limit = DEFAULT_LIMIT,
      order,
      orderBy,
      ...filter
    } = request;
    const cursor = text === undefined ? undefined : cursors.decode(text);
    const listOrder = orderOf(request, cursor);

    const { readable, visible } = await this.#scopes.of(credentials);
    const listFilter: ListFilter = { ...filter, visible };
    const [page, totalItems] = await Promise.all([
      readPage({
        from: { after: cursor?.from, skip: cursor?.skip },
        limit,
        read: ({ after, ...stretch }) =>
          this.#queries.list({
            ...stretch,
            filter: listFilter,
            order: listOrder,
            from: after,
            backwards: cursor?.backwards ?? false,
          }),
        positionOf: ({ position }) => position,
        refOf: ({ summary }) => summary.entityRef,
        readable,
      }),
      // Counting what only the catalog can tell would mean reading everything.
      readable ? undefined : this.#queries.count(listFilter),
    ]);
    return { ...toAnswer(page, listOrder, cursor), totalItems };
  }

  async byRefs(
    entityRefs: readonly string[],
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<(AutonomyEntitySummary | undefined)[]> {
    const { readable, visible } = await this.#scopes.of(credentials);
    const found = await this.#queries.read({
      entityRefs: [...new Set(entityRefs)],
      visible,
    });
    const shown = await readable?.(found.map(row => row.entityRef));
    const byRef = new Map(
      found
        .filter(({ entityRef }) => !shown || shown.has(entityRef))
        .map(row => [row.entityRef, row]),
    );
    return entityRefs.map(ref => byRef.get(ref));
  }

  async all(
    request: EntitiesSelection,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<AsyncIterable<AutonomyEntitySummary[]>> {
    const { order, orderBy, ...filter } = request;
    const { readable, visible } = await this.#scopes.of(credentials);
    return walkList({
      read: stretch =>
        this.#queries.list({
          ...stretch,
          filter: { ...filter, visible },
          order: orderOf(request),
          backwards: false,
        }),
      readable,
    });
  }
}
