import type {
  CompiledPolicy,
  ListMismatchesRequest,
  ListMismatchesResponse,
  MismatchFilter,
  RiskMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import type { ReadScopes } from '../../evaluation/reading';
import {
  createCursors,
  cursorText,
  placeSchema,
  readListPage,
} from '../../paging';
import type { AsCaller } from '../AsCaller';
import type { MismatchQueries } from './MismatchQueries';
import type { MismatchReader } from './MismatchReader';

const DEFAULT_LIMIT = 20;

const cursors = createCursors(
  placeSchema(
    z.strictObject({
      priority: z.number(),
      entityRef: cursorText,
      area: cursorText,
    }),
  ),
);

/**
 * @internal
 */
export interface MismatchReaderOptions {
  policy: CompiledPolicy;
  queries: MismatchQueries;
  scopes: ReadScopes;
}

/**
 * Shows each reader the mismatches of what they may read, and counts them; where only the catalog can tell what that
 * is, nothing is counted.
 *
 * @internal
 */
export class AuthorizedMismatchReader implements MismatchReader {
  readonly #options: MismatchReaderOptions;

  static create(options: MismatchReaderOptions): MismatchReader {
    return new AuthorizedMismatchReader(options);
  }

  private constructor(options: MismatchReaderOptions) {
    this.#options = options;
  }

  async list(
    request: ListMismatchesRequest,
    { credentials }: AsCaller,
  ): Promise<ListMismatchesResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { policy, queries, scopes } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors,
      limit,
      read: stretch => queries.list({ ...filter, ...stretch, visible }),
      positionOf: ({ area, entityRef, priority }) => ({
        priority,
        entityRef,
        area,
      }),
      refOf: ({ entityRef }) => entityRef,
      readable,
    });
    const titles = new Map(
      policy.policy.areas.map(({ id, title }) => [id, title]),
    );
    return {
      items: rows.map(row => ({
        ...row,
        areaTitle: titles.get(row.area) ?? row.area,
      })),
      pageInfo,
    };
  }

  async getRiskMatrix(
    filter: MismatchFilter,
    { credentials }: AsCaller,
  ): Promise<RiskMatrix> {
    const { queries, scopes } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    if (readable) {
      return { isWithheld: true, entities: 0, cells: [] };
    }
    const tally = await queries.count({ ...filter, visible });
    return tally.toMatrix();
  }
}
