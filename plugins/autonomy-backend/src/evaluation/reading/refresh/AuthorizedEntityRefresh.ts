import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { KeyedThrottles, TooManyRequestsError } from '../../../http/throttle';
import { callerOf } from '../../../ingestion/callerOf';
import type { ReadAccess } from '../../../permissions';
import type { EvaluationsQueries } from '../list';
import type { EntityRefresh } from './EntityRefresh';
import type { RefreshService } from './RefreshService';

/** What one caller may ask of one entity. */
const ONE_ENTITY = { burst: 2, perSecond: 0.1 };
/** What one caller may ask of all entities together. */
const ALL_ENTITIES = { burst: 20, perSecond: 1 };

/**
 * @internal
 */
export interface EntityRefreshOptions {
  access: ReadAccess;
  queries: Pick<EvaluationsQueries, 'has' | 'readBody'>;
  refresh: RefreshService;
}

/**
 * Evaluates what the caller may read, and not all the time.
 *
 * @internal
 */
export class AuthorizedEntityRefresh implements EntityRefresh {
  readonly #options: EntityRefreshOptions;
  readonly #perCaller = KeyedThrottles.create(ALL_ENTITIES);
  readonly #perEntity = KeyedThrottles.create(ONE_ENTITY);

  static create(options: EntityRefreshOptions): EntityRefresh {
    return new AuthorizedEntityRefresh(options);
  }

  private constructor(options: EntityRefreshOptions) {
    this.#options = options;
  }

  async refresh(
    entityRef: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<string | undefined> {
    const { access, queries, refresh } = this.#options;
    const isReadable = await access.mayRead(entityRef, credentials);
    if (!isReadable || !(await queries.has(entityRef))) {
      throw new NotFoundError(`No evaluation of ${entityRef}`);
    }
    this.#takeTurn(callerOf(credentials), entityRef);
    const isDone = await refresh.refresh(entityRef);
    return isDone ? queries.readBody(entityRef) : undefined;
  }

  /** Only for what exists, so that nobody fills the memory with names. */
  #takeTurn(caller: string, entityRef: string): void {
    const throttles = [
      this.#perCaller.of(caller),
      this.#perEntity.of(`${caller} ${entityRef}`),
    ];
    const readyIn = Math.max(...throttles.map(each => each.readyIn()));
    if (readyIn > 0) {
      throw new TooManyRequestsError(readyIn);
    }
    throttles.forEach(each => each.take());
  }
}
