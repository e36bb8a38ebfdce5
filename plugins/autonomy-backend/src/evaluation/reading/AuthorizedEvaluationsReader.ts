import type {
  ListEntitiesRequest,
  ListEntitiesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ReadAccess } from '../../permissions';
import type { CatalogVisibility } from './CatalogVisibility';
import { decodeCursor, encodeCursor, type Cursor } from './cursor';
import type { EvaluationsQueries } from './EvaluationsQueries';
import type { EvaluationsReader } from './EvaluationsReader';
import type { ListedEntity, ListOrder, ListStretch } from './ListQuery';

const DEFAULT_LIMIT = 20;
const DEFAULT_ORDER: ListOrder = { by: 'name', direction: 'asc' };
/** How many rows are shown to the catalog at once where it has to be asked about each. */
const ASK_SIZE = 200;

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
    const cursor = text === undefined ? undefined : decodeCursor(text);
    const listOrder = orderOf(request, cursor);

    const visibility = await this.#access.visibility(credentials);
    if (visibility.kind === 'nothing') {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const stretch: ListStretch = {
      filter: { ...filter, visible: visibility.criteria },
      order: listOrder,
      // One more tells whether there is a further page.
      limit: limit + 1,
      from: cursor?.from,
      backwards: cursor?.backwards ?? false,
    };
    const rows = visibility.askCatalog
      ? await this.#listAsking(stretch, credentials)
      : await this.#queries.list(stretch);
    return {
      ...toPage(rows, limit, listOrder, cursor),
      // Counting what only the catalog can tell would mean reading everything.
      totalItems: visibility.askCatalog
        ? undefined
        : await this.#queries.count(stretch.filter),
    };
  }

  /** Reads on until enough rows are found that the catalog shows to the reader. */
  async #listAsking(
    stretch: ListStretch,
    credentials: BackstageCredentials,
  ): Promise<ListedEntity[]> {
    const found: ListedEntity[] = [];
    let { from } = stretch;
    for (;;) {
      const rows = await this.#queries.list({
        ...stretch,
        from,
        limit: ASK_SIZE,
      });
      const readable = await this.#catalog.readable(
        rows.map(({ summary }) => summary.entityRef),
        credentials,
      );
      found.push(
        ...rows.filter(({ summary }) => readable.has(summary.entityRef)),
      );
      if (found.length >= stretch.limit || rows.length < ASK_SIZE) {
        return found.slice(0, stretch.limit);
      }
      from = rows[rows.length - 1].position;
    }
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

/** The cursors name only rows of the page itself, which the reader sees anyway. */
function toPage(
  rows: readonly ListedEntity[],
  limit: number,
  order: ListOrder,
  cursor: Cursor | undefined,
): Pick<ListEntitiesResponse, 'items' | 'pageInfo'> {
  const isBackwards = cursor?.backwards ?? false;
  const hasMore = rows.length > limit;
  const page = rows.slice(0, limit);
  if (isBackwards) {
    page.reverse();
  }
  const cursorAt = (row: ListedEntity, backwards: boolean) =>
    encodeCursor({ order, from: row.position, backwards });

  const pageInfo: ListEntitiesResponse['pageInfo'] = {};
  if (page.length > 0) {
    if (isBackwards || hasMore) {
      pageInfo.nextCursor = cursorAt(page[page.length - 1], false);
    }
    if (isBackwards ? hasMore : cursor) {
      pageInfo.prevCursor = cursorAt(page[0], true);
    }
  }
  return { items: page.map(({ summary }) => summary), pageInfo };
}
