import type {
  ListEntitiesRequest,
  ListEntitiesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readPage, type Page } from '../../paging';
import type { ReadAccess } from '../../permissions';
import type { CatalogVisibility } from './CatalogVisibility';
import { cursors, type Cursor } from './cursor';
import type { EvaluationsQueries } from './EvaluationsQueries';
import type { EvaluationsReader } from './EvaluationsReader';
import type {
  ListedEntity,
  ListFilter,
  ListOrder,
  Position,
} from './ListQuery';

const DEFAULT_LIMIT = 20;
const DEFAULT_ORDER: ListOrder = { by: 'name', direction: 'asc' };

/**
 * Shows each reader what both permissions let them see, and nothing from which the rest could be
 * counted.
 *
 * @internal
 */
export class AuthorizedEvaluationsReader implements EvaluationsReader {
  readonly #access: ReadAccess;
  readonly #catalog: CatalogVisibility;
  readonly #queries: EvaluationsQueries;

  static create(options: {
    access: ReadAccess;
    catalog: CatalogVisibility;
    queries: EvaluationsQueries;
  }): AuthorizedEvaluationsReader {
    return new AuthorizedEvaluationsReader(options);
  }

  private constructor(
    options: Parameters<typeof AuthorizedEvaluationsReader.create>[0],
  ) {
    this.#access = options.access;
    this.#catalog = options.catalog;
    this.#queries = options.queries;
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

    const visibility = await this.#access.visibility(credentials);
    if (visibility.kind === 'nothing') {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const { askCatalog, criteria } = visibility;
    const listFilter: ListFilter = { ...filter, visible: criteria };
    const page = await readPage({
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
      readable: askCatalog
        ? refs => this.#catalog.readable(refs, credentials)
        : undefined,
    });
    return {
      ...toAnswer(page, listOrder, cursor),
      // Counting what only the catalog can tell would mean reading everything.
      totalItems: askCatalog
        ? undefined
        : await this.#queries.count(listFilter),
    };
  }
}

function orderOf(
  { order, orderBy }: ListEntitiesRequest,
  cursor: Cursor | undefined,
): ListOrder {
  if (!cursor) {
    return {
      by: orderBy ?? DEFAULT_ORDER.by,
      direction: order ?? DEFAULT_ORDER.direction,
    };
  }
  const isSame =
    (orderBy ?? cursor.order.by) === cursor.order.by &&
    (order ?? cursor.order.direction) === cursor.order.direction;
  if (!isSame) {
    throw new InputError(
      `Invalid cursor: expected one of this order, found one of ${cursor.order.by} ${cursor.order.direction}`,
    );
  }
  return cursor.order;
}

/** The cursors name only rows of the page itself, which the reader sees anyway, or of an earlier one. */
function toAnswer(
  { next, rows }: Page<ListedEntity, Position>,
  order: ListOrder,
  cursor: Cursor | undefined,
): Pick<ListEntitiesResponse, 'items' | 'pageInfo'> {
  const isBackwards = cursor?.backwards ?? false;
  const inOrder = isBackwards ? [...rows].reverse() : rows;
  const onwards = next && { from: next.after, skip: next.skip };
  const [first] = rows;
  // Where the walk came from there is a page, unless it started at an end.
  const back = cursor && first && { from: first.position };
  const [before, after] = isBackwards ? [onwards, back] : [back, onwards];

  const pageInfo: ListEntitiesResponse['pageInfo'] = {};
  if (after) {
    pageInfo.nextCursor = cursors.encode({ order, ...after, backwards: false });
  }
  if (before) {
    pageInfo.prevCursor = cursors.encode({ order, ...before, backwards: true });
  }
  return { items: inOrder.map(({ summary }) => summary), pageInfo };
}
