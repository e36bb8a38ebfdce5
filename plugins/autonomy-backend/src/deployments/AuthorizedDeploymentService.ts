import type { Deployment } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Clock } from '../database';
import type { CatalogVisibility } from '../evaluation';
import { describeIssues } from '../ingestion/describeIssues';
import type { OwnerAccess, ReadAccess } from '../permissions';
import { decodeCursor, encodeCursor } from './cursor';
import type { DeploymentQueries, DeploymentStretch } from './DeploymentQueries';
import type { DeploymentService } from './DeploymentService';
import type { DeploymentViews } from './DeploymentViews';
import { reviewSchema } from './reviewSchema';
import type {
  DeploymentKey,
  DeploymentView,
  ListDeploymentsRequest,
  ListDeploymentsResponse,
} from './types';

const DEFAULT_LIMIT = 20;
/** How many rows are shown to the catalog at once where it has to be asked about each. */
const ASK_SIZE = 200;

/**
 * @internal
 */
export interface DeploymentServiceOptions {
  access: ReadAccess;
  catalog: CatalogVisibility;
  clock: Clock;
  owners: OwnerAccess;
  queries: DeploymentQueries;
  views: DeploymentViews;
  /** Called with the entity whose deployment was reviewed. */
  onTouched: (entityRefs: Iterable<string>) => void;
}

/**
 * Shows each reader the deployments of what they may read, and lets owners record reviews.
 *
 * @internal
 */
export class AuthorizedDeploymentService implements DeploymentService {
  readonly #options: DeploymentServiceOptions;

  static create(
    options: DeploymentServiceOptions,
  ): AuthorizedDeploymentService {
    return new AuthorizedDeploymentService(options);
  }

  private constructor(options: DeploymentServiceOptions) {
    this.#options = options;
  }

  async list(
    request: ListDeploymentsRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ListDeploymentsResponse> {
    const { cursor, entityRef, from, limit = DEFAULT_LIMIT } = request;
    const { access, clock, queries, views } = this.#options;
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const visibility = await access.visibility(credentials);
    if (visibility.kind === 'nothing') {
      return { items: [], pageInfo: {} };
    }
    const stretch: DeploymentStretch = {
      visible: visibility.criteria,
      entityRef,
      from,
      after,
      // One more tells whether there is a further page.
      limit: limit + 1,
    };
    const rows = visibility.askCatalog
      ? await this.#listAsking(stretch, credentials)
      : await queries.list(stretch);
    const page = rows.slice(0, limit);
    return {
      items: await views.of(page, await clock.now()),
      pageInfo:
        rows.length > limit
          ? { nextCursor: encodeCursor(page[page.length - 1]) }
          : {},
    };
  }

  async review(
    key: DeploymentKey,
    review: unknown,
    {
      credentials,
    }: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<DeploymentView> {
    const { clock, onTouched, queries, views } = this.#options;
    const deployment = await this.#findOwn(key, credentials);
    const now = await clock.now();
    const { data, error } = reviewSchema({ deployment, now }).safeParse(review);
    if (error) {
      const { field, message } = describeIssues(error.issues, review);
      throw new InputError(`Invalid ${field || 'review'}: ${message}`);
    }
    if (await queries.putReview(key, data)) {
      onTouched([deployment.entityRef]);
    }
    const stored = await queries.get(key);
    const [view] = stored ? await views.of([stored], now) : [];
    if (!view) {
      throw notFound(key);
    }
    return view;
  }

  async #findOwn(
    key: DeploymentKey,
    credentials: BackstageCredentials,
  ): Promise<Deployment> {
    const { access, owners, queries } = this.#options;
    const deployment = await queries.get(key);
    if (
      !deployment ||
      !(await access.mayRead(deployment.entityRef, credentials))
    ) {
      throw notFound(key);
    }
    if (!(await owners.isOwner(credentials, deployment.entityRef))) {
      throw new NotAllowedError(
        `Only its owners may review deployments of ${deployment.entityRef}`,
      );
    }
    return deployment;
  }

  /** Reads on until enough rows are found whose entities the catalog shows to the reader. */
  async #listAsking(
    stretch: DeploymentStretch,
    credentials: BackstageCredentials,
  ): Promise<Deployment[]> {
    const { catalog, queries } = this.#options;
    const found: Deployment[] = [];
    let { after } = stretch;
    for (;;) {
      const rows = await queries.list({ ...stretch, after, limit: ASK_SIZE });
      const refs = new Set(rows.map(({ entityRef }) => entityRef));
      const readable = await catalog.readable([...refs], credentials);
      found.push(...rows.filter(({ entityRef }) => readable.has(entityRef)));
      if (found.length >= stretch.limit || rows.length < ASK_SIZE) {
        return found.slice(0, stretch.limit);
      }
      after = rows[rows.length - 1];
    }
  }
}

function notFound({ id, source }: DeploymentKey): NotFoundError {
  return new NotFoundError(`No deployment ${id} of source ${source}`);
}
