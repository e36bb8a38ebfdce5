import type {
  ListActivityRequest,
  ListActivityResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ReadScopes } from '../evaluation/reading';
import { readListPage } from '../paging';
import type { ActivityReader } from './ActivityReader';
import { cursors } from './cursor';
import type { HistoryQueries } from './HistoryQueries';

const DEFAULT_LIMIT = 20;

/**
 * Tells each reader of what both permissions let them see.
 *
 * @internal
 */
export class AuthorizedActivityReader implements ActivityReader {
  readonly #queries: HistoryQueries;
  readonly #scopes: ReadScopes;

  static create(options: {
    queries: HistoryQueries;
    scopes: ReadScopes;
  }): ActivityReader {
    return new AuthorizedActivityReader(options.queries, options.scopes);
  }

  private constructor(queries: HistoryQueries, scopes: ReadScopes) {
    this.#queries = queries;
    this.#scopes = scopes;
  }

  async list(
    request: ListActivityRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ListActivityResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { readable, visible } = await this.#scopes.of(credentials);
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors,
      limit,
      read: stretch => this.#queries.activity({ ...filter, visible }, stretch),
      positionOf: ({ event: { at }, id }) => ({ at, id }),
      refOf: ({ entity }) => entity.entityRef,
      readable,
    });
    return {
      items: rows,
      pageInfo,
    };
  }
}
