import {
  autonomyAttestationCreatePermission,
  type BatchResponse,
  type RecordedAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { EntityIndexStore } from '../entities';
import { entityRefField } from '../ingestion';
import {
  requirePermissionFor,
  type OwnerAccess,
  type ReadAccess,
} from '../permissions';
import type { AsUser, AttestationService } from './AttestationService';
import type { AttestationsStore } from './AttestationsStore';

/**
 * @internal
 */
export interface AuthorizedAttestationServiceOptions {
  access: ReadAccess;
  index: Pick<EntityIndexStore, 'readScoped'>;
  owners: OwnerAccess;
  permissions: PermissionsService;
  service: AttestationService;
  store: Pick<AttestationsStore, 'get'>;
}

/**
 * Lets those answer for an entity who belong to its owner and have the permission to, and shows answers
 * to whoever may read the entity. What somebody may not read does not exist for them.
 *
 * @internal
 */
export class AuthorizedAttestationService implements AttestationService {
  readonly #options: AuthorizedAttestationServiceOptions;

  static create(
    options: AuthorizedAttestationServiceOptions,
  ): AuthorizedAttestationService {
    return new AuthorizedAttestationService(options);
  }

  private constructor(options: AuthorizedAttestationServiceOptions) {
    this.#options = options;
  }

  async attest(
    items: readonly unknown[],
    options: AsUser,
  ): Promise<BatchResponse> {
    await this.#assertSpeaksFor(entitiesOf(items), options);
    return this.#options.service.attest(items, options);
  }

  async withdraw(id: string, options: AsUser): Promise<RecordedAttestation> {
    const answer = await this.#options.store.get(id);
    const isReadable =
      answer &&
      (await this.#options.access.mayRead(
        answer.entityRef,
        options.credentials,
      ));
    if (!isReadable) {
      throw new NotFoundError(`No attestation ${id}`);
    }
    await this.#assertSpeaksFor([answer.entityRef], options);
    return this.#options.service.withdraw(id, options);
  }

  async list(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<RecordedAttestation[]> {
    await this.#readAll([entityRef], options.credentials);
    return this.#options.service.list(entityRef, options);
  }

  /** All or nothing: a batch is never half allowed. */
  async #assertSpeaksFor(
    entityRefs: readonly string[],
    { credentials }: AsUser,
  ): Promise<void> {
    if (entityRefs.length === 0) {
      return;
    }
    const { owners, permissions } = this.#options;
    const entities = await this.#readAll(entityRefs, credentials);
    const claims = await owners.claims(credentials);
    for (const { snapshot } of entities) {
      if (!snapshot.ownerRef || !claims.has(snapshot.ownerRef)) {
        throw new NotAllowedError(
          `Only its owners may answer for ${snapshot.entityRef}`,
        );
      }
    }
    await requirePermissionFor(
      permissions,
      autonomyAttestationCreatePermission,
      entityRefs,
      credentials,
    );
  }

  async #readAll(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ) {
    const { access, index } = this.#options;
    const entities = await index.readScoped(entityRefs);
    const known = new Set(entities.map(({ snapshot }) => snapshot.entityRef));
    const readable = await access.readable(entityRefs, credentials);
    const hidden = entityRefs.find(
      ref => !known.has(ref) || !readable.has(ref),
    );
    if (hidden !== undefined) {
      throw new NotFoundError(`No entity ${hidden}`);
    }
    return entities;
  }
}

/** Those that items name; an item that names none is refused for that by itself. */
function entitiesOf(items: readonly unknown[]): string[] {
  const field = entityRefField();
  const refs = items.flatMap(item => {
    const { data } = field.safeParse((item as any)?.entityRef);
    return data === undefined ? [] : [data];
  });
  return [...new Set(refs)];
}
