import {
  autonomyObjectiveWritePermission,
  type Objective,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Clock } from '../../database';
import type { DomainBoards } from '../../entities';
import type { CatalogVisibility } from '../../evaluation/reading';
import { describeIssues } from '../../ingestion';
import { requirePermission, type OwnerAccess } from '../../permissions';
import { objectiveSchema } from './objectiveSchema';
import type { ObjectiveService } from './ObjectiveService';
import type { ObjectivesStore } from './ObjectivesStore';

/**
 * @internal
 */
export interface ObjectiveServiceOptions {
  boards: DomainBoards;
  /** Whether boards decide at all: without permissions everybody would have theirs. */
  boardsDecide: boolean;
  catalog: CatalogVisibility;
  clock: Clock;
  owners: OwnerAccess;
  permissions: PermissionsService;
  store: ObjectivesStore;
}

/**
 * Shows the objective of a domain to whoever the catalog shows the domain to, and lets the members of its board set it.
 *
 * @internal
 */
export class AuthorizedObjectiveService implements ObjectiveService {
  readonly #options: ObjectiveServiceOptions;

  static create(options: ObjectiveServiceOptions): ObjectiveService {
    return new AuthorizedObjectiveService(options);
  }

  private constructor(options: ObjectiveServiceOptions) {
    this.#options = options;
  }

  async get(
    domainRef: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Objective> {
    await this.#assertShown(domainRef, credentials);
    const objective = await this.#options.store.get(domainRef);
    if (!objective) {
      throw new NotFoundError(`No objective of ${domainRef}`);
    }
    return objective;
  }

  async set(
    domainRef: string,
    body: unknown,
    {
      credentials,
    }: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<Objective> {
    const { clock, store } = this.#options;
    await this.#assertShown(domainRef, credentials);
    await this.#assertDecides(domainRef, credentials);
    const now = await clock.now();
    const { data, error } = objectiveSchema({ now }).safeParse(body);
    if (error) {
      const { field, message } = describeIssues(error.issues, body);
      throw new InputError(`Invalid ${field || 'body'}: ${message}`);
    }
    if (!(await this.#isShown(data.ownerRef, credentials))) {
      throw new InputError(
        `Invalid ownerRef: expected a group of the catalog, found ${JSON.stringify(
          data.ownerRef.slice(0, 60),
        )}`,
      );
    }
    const objective: Objective = {
      ...data,
      domainRef,
      updatedAt: now,
      updatedBy: credentials.principal.userEntityRef,
    };
    await store.put(objective);
    return objective;
  }

  async #assertDecides(
    domainRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { boards, boardsDecide, owners, permissions } = this.#options;
    const boardRef = await boards.boardOf(domainRef);
    const claims = await owners.claims(credentials);
    if (!boardsDecide || boardRef === undefined || !claims.has(boardRef)) {
      throw new NotAllowedError(
        `Only members of its board may set the objective of ${domainRef}`,
      );
    }
    await requirePermission(
      permissions,
      autonomyObjectiveWritePermission,
      credentials,
    );
  }

  /** What is no Domain has no objective. */
  async #assertShown(
    domainRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (
      !domainRef.startsWith('domain:') ||
      !(await this.#isShown(domainRef, credentials))
    ) {
      throw new NotFoundError(`No objective of ${domainRef}`);
    }
  }

  async #isShown(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const shown = await this.#options.catalog.readable(
      [entityRef],
      credentials,
    );
    return shown.has(entityRef);
  }
}
