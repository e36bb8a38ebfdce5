import {
  autonomyExemptionRequestPermission,
  type ListExemptionsRequest,
  type ListExemptionsResponse,
  type RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { ReadScopes } from '../../evaluation/reading';
import { entityRefField } from '../../ingestion';
import {
  createCursors,
  cursorText,
  placeSchema,
  readListPage,
} from '../../paging';
import {
  requirePermissionFor,
  type OwnerAccess,
  type ReadAccess,
} from '../../permissions';
import type { AsUser } from '../AsUser';
import type { ExemptionDesk } from './ExemptionDesk';
import type { ExemptionQueries } from './ExemptionQueries';
import type { ExemptionRevocations } from './ExemptionRevocations';
import type { ExemptionService } from './ExemptionService';

const DEFAULT_LIMIT = 20;

const cursors = createCursors(
  placeSchema(z.strictObject({ requestedAt: z.int(), id: cursorText })),
);

/**
 * @internal
 */
export interface ExemptionServiceOptions {
  access: Pick<ReadAccess, 'mayRead'>;
  clock: Clock;
  desk: ExemptionDesk;
  index: Pick<EntityIndexStore, 'readScoped'>;
  owners: OwnerAccess;
  permissions: PermissionsService;
  queries: ExemptionQueries;
  revocations: ExemptionRevocations;
  scopes: ReadScopes;
}

/**
 * Shows each reader the exemptions of what they may read, and lets owners ask for some. What somebody may not read
 * does not exist for them.
 *
 * @internal
 */
export class AuthorizedExemptionService implements ExemptionService {
  readonly #options: ExemptionServiceOptions;

  static create(options: ExemptionServiceOptions): ExemptionService {
    return new AuthorizedExemptionService(options);
  }

  private constructor(options: ExemptionServiceOptions) {
    this.#options = options;
  }

  async list(
    request: ListExemptionsRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ListExemptionsResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { clock, queries, scopes } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    const now = await clock.now();
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors,
      limit,
      read: stretch => queries.list({ ...filter, ...stretch, visible }, now),
      positionOf: ({ id, requestedAt }) => ({ requestedAt, id }),
      refOf: ({ entityRef }) => entityRef,
      readable,
    });
    return {
      items: rows,
      pageInfo,
    };
  }

  async request(request: unknown, options: AsUser): Promise<RecordedExemption> {
    // One that names no entity is refused for that.
    const { data: ref } = entityRefField().safeParse(
      (request as { entityRef?: unknown })?.entityRef,
    );
    if (ref !== undefined) {
      await this.#assertReadable(ref, options);
      await this.#assertSpeaksFor(ref, options);
    }
    return this.#options.desk.request(request, options);
  }

  async withdraw(id: string, options: AsUser): Promise<RecordedExemption> {
    const { entityRef } = await this.#find(id, options);
    await this.#assertSpeaksFor(entityRef, options);
    return this.#options.desk.withdraw(id, options);
  }

  async revoke(
    id: string,
    revocation: unknown,
    options: AsUser,
  ): Promise<RecordedExemption> {
    const { clock, desk, revocations } = this.#options;
    const recorded = await this.#find(id, options);
    await revocations.revoke(recorded, revocation, options);
    return desk.get(id, await clock.now());
  }

  async #find(id: string, { credentials }: AsUser): Promise<RecordedExemption> {
    const { access, clock, queries } = this.#options;
    const recorded = await queries.get(id, await clock.now());
    if (!recorded || !(await access.mayRead(recorded.entityRef, credentials))) {
      throw new NotFoundError(`No exemption ${id.slice(0, 100)}`);
    }
    return recorded;
  }

  async #assertReadable(ref: string, { credentials }: AsUser): Promise<void> {
    const { access, index } = this.#options;
    const [known] = await index.readScoped([ref]);
    if (!known || !(await access.mayRead(ref, credentials))) {
      throw new NotFoundError(`No entity ${ref}`);
    }
  }

  async #assertSpeaksFor(
    entityRef: string,
    { credentials }: AsUser,
  ): Promise<void> {
    const { owners, permissions } = this.#options;
    if (!(await owners.isOwner(credentials, entityRef))) {
      throw new NotAllowedError(
        `Only its owners may ask for exemptions of ${entityRef}`,
      );
    }
    await requirePermissionFor(
      permissions,
      autonomyExemptionRequestPermission,
      [entityRef],
      credentials,
    );
  }
}
