import type {
  EntityHistory,
  GetHistoryRequest,
  HistoryPoint,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Clock } from '../database';
import type { EvaluationsQueries } from '../evaluation/reading';
import { readPage } from '../paging';
import type { ReadAccess } from '../permissions';
import { cursors } from './cursor';
import type { EntityHistoryReader } from './EntityHistoryReader';
import type { HistoryQueries, Period } from './HistoryQueries';
import { periodOf } from './periodOf';

const DEFAULT_LIMIT = 20;
const DEFAULT_DAYS = 365;
/** A chart is no better with more; some 40 a year are usual. */
const MOST_POINTS = 1_000;

/**
 * @internal
 */
export interface EntityHistoryReaderOptions {
  access: ReadAccess;
  clock: Clock;
  evaluations: Pick<EvaluationsQueries, 'has'>;
  queries: HistoryQueries;
}

/**
 * Tells those who may read the entity.
 *
 * @internal
 */
export class AuthorizedEntityHistoryReader implements EntityHistoryReader {
  readonly #options: EntityHistoryReaderOptions;

  static create(options: EntityHistoryReaderOptions): EntityHistoryReader {
    return new AuthorizedEntityHistoryReader(options);
  }

  private constructor(options: EntityHistoryReaderOptions) {
    this.#options = options;
  }

  async read(
    entityRef: string,
    request: GetHistoryRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<EntityHistory> {
    const { access, clock, evaluations, queries } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT } = request;
    const place = cursor === undefined ? {} : cursors.decode(cursor);
    const now = await clock.now();
    const period = periodOf(request, { days: DEFAULT_DAYS, now });
    const isReadable = await access.mayRead(entityRef, credentials);
    if (!isReadable || !(await evaluations.has(entityRef))) {
      throw new NotFoundError(`No evaluation of ${entityRef}`);
    }
    const [series, { next, rows }] = await Promise.all([
      cursor === undefined
        ? this.#series(entityRef, period)
        : { from: period.from, points: [] },
      readPage({
        from: place,
        limit,
        read: stretch => queries.events(entityRef, period, stretch),
        positionOf: ({ event: { at }, id }) => ({ at, id }),
        refOf: () => entityRef,
      }),
    ]);
    return {
      ...series,
      to: period.to,
      events: rows,
      pageInfo: next ? { nextCursor: cursors.encode(next) } : {},
    };
  }

  async #series(
    entityRef: string,
    { from, to }: Period,
  ): Promise<{ from: number; start?: HistoryPoint; points: HistoryPoint[] }> {
    const { queries } = this.#options;
    const points = await queries.points(
      entityRef,
      { from, to },
      MOST_POINTS + 1,
    );
    if (points.length > MOST_POINTS) {
      // What held when the first of them was found is the one before it.
      const [start, ...rest] = points;
      return { from: rest[0].at, start, points: rest };
    }
    return { from, start: await queries.pointBefore(entityRef, from), points };
  }
}
