import {
  autonomyAttestationCreatePermission,
  type Deployment,
  type DeploymentKey,
  type ListDeploymentsRequest,
  type ListDeploymentsResponse,
  type RecordedDeployment,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { Clock } from '../database';
import type { CatalogVisibility } from '../evaluation/reading';
import { describeIssues } from '../ingestion/describeIssues';
import {
  createCursors,
  cursorText,
  placeSchema,
  readListPage,
} from '../paging';
import {
  requirePermissionFor,
  type OwnerAccess,
  type ReadAccess,
} from '../permissions';
import type { DeploymentQueries } from './DeploymentQueries';
import type { DeploymentService } from './DeploymentService';
import type { DeploymentViews } from './DeploymentViews';
import { reviewSchema } from './reviewSchema';

const DEFAULT_LIMIT = 20;

const cursors = createCursors(
  placeSchema(
    z.strictObject({ finishedAt: z.int(), source: cursorText, id: cursorText }),
  ),
);

/**
 * @internal
 */
export interface DeploymentServiceOptions {
  access: ReadAccess;
  catalog: CatalogVisibility;
  clock: Clock;
  owners: OwnerAccess;
  permissions: PermissionsService;
  queries: DeploymentQueries;
  views: DeploymentViews;
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
    const { cursor, entity, from, limit = DEFAULT_LIMIT } = request;
    const { access, catalog, clock, queries, views } = this.#options;
    const visibility = await access.visibility(credentials);
    if (visibility.kind === 'nothing') {
      return { items: [], pageInfo: {} };
    }
    const { askCatalog, criteria } = visibility;
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors,
      limit,
      read: stretch =>
        queries.list({
          ...stretch,
          visible: criteria,
          entityRef: entity,
          from,
        }),
      positionOf: ({ finishedAt, id, source }) => ({ finishedAt, source, id }),
      refOf: deployment => deployment.entityRef,
      readable: askCatalog
        ? refs => catalog.readable(refs, credentials)
        : undefined,
    });
    return {
      items: await views.of(rows, await clock.now()),
      pageInfo,
    };
  }

  async review(
    key: DeploymentKey,
    review: unknown,
    {
      credentials,
    }: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<RecordedDeployment> {
    const { clock, queries, views } = this.#options;
    const deployment = await this.#findOwn(key, credentials);
    const now = await clock.now();
    const { data, error } = reviewSchema({ deployment, now }).safeParse(review);
    if (error) {
      const { field, message } = describeIssues(error.issues, review);
      throw new InputError(`Invalid ${field || 'review'}: ${message}`);
    }
    await queries.putReview(key, data, now);
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
    const { access, owners, permissions, queries } = this.#options;
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
    await requirePermissionFor(
      permissions,
      autonomyAttestationCreatePermission,
      [deployment.entityRef],
      credentials,
    );
    return deployment;
  }
}

function notFound({ id, source }: DeploymentKey): NotFoundError {
  return new NotFoundError(`No deployment ${id} of source ${source}`);
}
